import Foundation
import Testing

/// Parquet is read by another program, for which a script stands in here.
@Suite struct ParquetCommandTests {
  /// What the program prints of the table, and of its columns.
  private static let table = "creator_id,followers,niche,bio\nC1,5000,a;b,\"one\ntwo\"\nC2,9000,,\n"
  private static let columns =
    "column_name,column_type,null,key,default,extra\ncreator_id,VARCHAR,YES,,,\nfollowers,BIGINT,YES,,,\n"
    + "niche,VARCHAR[],YES,,,\nbio,\"STRUCT(a INTEGER[])\",YES,,,\n"

  /// A folder with a Parquet file that is none, products, and the program of these lines of shell.
  private func folder(_ script: String, names: [String] = ["x.parquet"]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("product_id,price\nP1,3000\n", as: "p.csv")
    for name in names {
      let file = folder.file(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try folder.write("PAR1 and more", as: name)
    }
    try FileManager.default.createDirectory(
      at: folder.file("bin"), withIntermediateDirectories: true)
    try folder.write(Self.table, as: "bin/table.csv")
    try folder.write(Self.columns, as: "bin/columns.csv")
    try folder.write("#!/bin/sh\n" + script, as: "bin/duckdb")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.file("bin/duckdb").path())
    return folder
  }

  private static let sound = """
    for word; do printf '<%s>' "$word" >> arguments; done; echo >> arguments
    case "$*" in *DESCRIBE*) cat bin/columns.csv ;; *) cat bin/table.csv ;; esac
    """

  private func check(
    _ path: String, in folder: TemporaryFolder, _ options: String = ""
  ) throws -> ProgramRun {
    try ProgramRun.shell(
      "PATH=$PWD/bin:$PATH; castplan check --roster \"\(path)\" --products p.csv --budget 1M \(options)",
      in: folder.url)
  }

  @Test func theTableIsReadAsAnyOther() throws {
    let folder = try folder(Self.sound)
    let run = try check("x.parquet", in: folder)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.contains("x.parquet: 2 rows") && run.text.contains("Creators: 2"))
    #expect(run.text.contains("read as Parquet, by duckdb"), "\(run.text)")
    let source = "read_parquet(['x.parquet'], union_by_name = true, hive_partitioning = false)"
    let arguments = try String(contentsOf: folder.file("arguments"), encoding: .utf8)
    #expect(
      arguments == """
        <-batch><-init></dev/null><-csv><-c><DESCRIBE SELECT * FROM \(source)>
        <-batch><-init></dev/null><-csv><-c><COPY (SELECT * REPLACE \
        (array_to_string(CAST("niche" AS VARCHAR[]), ';') AS "niche") FROM \(source)) \
        TO '/dev/stdout' (FORMAT csv, HEADER)>

        """)
  }

  /// No path is anything but a text in the statement, and none goes through a shell.
  @Test(arguments: [
    "it's.parquet", "a') FROM x; --.parquet", "$(touch made) `touch made`.parquet", "a\nb.parquet",
  ])
  func pathsAreQuoted(name: String) throws {
    let folder = try folder(Self.sound, names: [name])
    let run = try ProgramRun.castplan(
      ["check", "--roster", name, "--products", "p.csv", "--budget", "1M"], in: folder.url,
      environment: ["PATH": folder.file("bin").path() + ":/usr/bin:/bin"])
    #expect(run.status == 0, "\(run.talk)")
    let quoted = name.replacingOccurrences(of: "'", with: "''")
    let arguments = try String(contentsOf: folder.file("arguments"), encoding: .utf8)
    #expect(arguments.contains("read_parquet(['\(quoted)'],"), "\(arguments)")
    #expect(!folder.names.contains("made"))
  }

  @Test func aFolderIsOneTable() throws {
    let folder = try folder(
      Self.sound,
      names: ["t/b.parquet", "t/a.PARQUET", "t/.c.parquet", "t/_d.parquet", "t/_SUCCESS"])
    let run = try check("t", in: folder, "--format json")
    #expect(run.status == 0, "\(run.talk)")
    let arguments = try String(contentsOf: folder.file("arguments"), encoding: .utf8)
    #expect(arguments.contains("read_parquet(['t/a.PARQUET', 't/b.parquet'],"), "\(arguments)")
    // The digest is one that the user can compute.
    let plan = try ProgramRun.shell(
      """
      PATH=$PWD/bin:$PATH; castplan optimize --roster t/ --products p.csv --budget 1M --out plan > /dev/null
      grep -o '"path": "t/", "sha256": "[0-9a-f]*"' plan/plan.json | grep -o '[0-9a-f]\\{64\\}'
      cd t; sha256sum a.PARQUET b.parquet | sha256sum | cut -c1-64
      """, in: folder.url)
    let digests = plan.text.split(separator: "\n")
    #expect(digests.count == 2 && digests[0] == digests[1], "\(plan.text) \(plan.talk)")
  }

  /// Lines are those of no file: rows are counted.
  @Test func placesAreRows() throws {
    let folder = try folder(Self.sound)
    try folder.write(
      "creator_id,followers,niche,bio\nC1,5000,a,\"one\ntwo\"\nC2,9000,,\nC3,many,,\n",
      as: "bin/table.csv")
    let run = try check("x.parquet", in: folder)
    #expect(run.status == 2)
    #expect(run.talk.hasPrefix("x.parquet:3:2: followers is not a number, \"many\""), "\(run.talk)")
  }

  @Test func whatTheProgramSaysIsShown() throws {
    let folder = try folder("echo 'IO Error: no such magic' >&2; echo more >&2; exit 1")
    let run = try check("x.parquet", in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.talk
        == "x.parquet: duckdb cannot read it: IO Error: no such magic; it should be a Parquet "
        + "file, whole and sound; export it again, or export the table as CSV\n")
    let silent = try self.folder("kill -9 $$")
    #expect(try check("x.parquet", in: silent).talk.contains("duckdb cannot read it: exit 137;"))
  }

  @Test func withoutTheProgramBothWaysOutAreTold() throws {
    let folder = try folder("")
    let run = try ProgramRun.castplan(
      ["check", "--roster", "x.parquet", "--products", "p.csv", "--budget", "1M"], in: folder.url,
      environment: ["PATH": "/nowhere"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.talk
        == "x.parquet: it is Parquet, and there is no program duckdb in PATH; duckdb is what "
        + "reads it; install duckdb, or export the table as CSV\n")
  }

  @Test func tablesOfParquetHaveNoNamesAndPipesNoPath() throws {
    let folder = try folder("touch started", names: ["x.parquet", "t/a.parquet"])
    for path in ["x.parquet#creators", "t#creators"] {
      let run = try check(path, in: folder)
      #expect(run.status == 2 && run.talk.contains("behind #"), "\(run.talk)")
    }
    let piped = try ProgramRun.shell(
      "PATH=$PWD/bin:$PATH; cat x.parquet | castplan check --roster - --products p.csv --budget 1M",
      in: folder.url)
    #expect(piped.status == 2 && piped.talk.contains("give the path of the file"), "\(piped.talk)")
    #expect(!folder.names.contains("started"))
    let products = try ProgramRun.shell(
      "castplan check --roster p.csv --products t/none --budget 1M", in: folder.url)
    #expect(products.status == 2)
  }

  /// What a folder holds is an input, file by file.
  @Test func filesOfAFolderAreNotReplaced() throws {
    let folder = try folder(Self.sound, names: ["t/a.parquet"])
    let run = try ProgramRun.shell(
      "PATH=$PWD/bin:$PATH; castplan score --roster t --products p.csv --format csv --force "
        + "--out t/a.parquet", in: folder.url)
    #expect(run.status == 2 && run.talk.contains("is read by this run"), "\(run.talk)")
    #expect(try String(contentsOf: folder.file("t/a.parquet"), encoding: .utf8) == "PAR1 and more")
  }

  /// The stream of `score` reads it as well, and from a cache nothing else comes.
  @Test func scoreReadsItToo() throws {
    let folder = try folder(Self.sound)
    let run = try ProgramRun.shell(
      "PATH=$PWD/bin:$PATH; castplan score --roster x.parquet --products p.csv --quiet",
      in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.text.split(whereSeparator: \.isNewline).count == 3, "\(run.text)")
  }

  /// A program that works for this one ends with it, and so does what that one started.
  @Test(arguments: ["INT", "TERM", "HUP"]) func aSignalEndsTheProgramToo(signal: String) throws {
    let folder = try folder("echo $$ > started; sleep 300 & echo $! > other; wait")
    let run = try ProgramRun.shell(
      """
      PATH=$PWD/bin:$PATH; mkdir tmp; export TMPDIR=$PWD/tmp
      castplan check --roster x.parquet --products p.csv --budget 1M & pid=$!
      while [ ! -s other ]; do sleep 0.02; done
      kill -\(signal) $pid; wait $pid; echo $?
      for number in $(cat started) $(cat other); do
        for _ in $(seq 200); do
          case "$(cut -d' ' -f3 /proc/$number/stat 2> /dev/null)" in ''|Z) break ;; esac; sleep 0.02
        done
        case "$(cut -d' ' -f3 /proc/$number/stat 2> /dev/null)" in ''|Z) ;; *) echo "$number lives" ;; esac
      done
      ls -A tmp
      """, in: folder.url)
    let status = ["INT": 130, "TERM": 143, "HUP": 129][signal]!
    #expect(run.text == "\(status)\n", "\(run.talk)")
  }
}
