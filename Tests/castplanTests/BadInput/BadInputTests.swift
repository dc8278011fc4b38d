import Foundation
import Testing

/// One file set that cannot be used, and how it differs from one that can.
struct BadInput: CustomTestStringConvertible, Sendable {
  var name: String
  var creators: String? = """
    creator_id,name,followers,fee,niche
    C1,Alpha,50000,80000,スキンケア
    C2,Beta,30000,60000,キャンプ

    """
  var products: String? = "product_id,name,price,niche\nP1,Lotion,4800,スキンケア\n"
  var brief: String? = "budget: 500_000\nsaturation: none\n"
  /// The creators' file where it is not text; they are given by `roster` then.
  var bytes: [UInt8]?
  /// The path of the creators.
  var roster = "creators.csv"

  var testDescription: String { name }

  static let all = basic + BadInput.cells + BadInput.tables + BadInput.forms + BadInput.briefs

  private static let basic = [
    BadInput(name: "bad-number", creators: "creator_id,followers,fee\nC1,many,80000\n"),
    BadInput(name: "missing-column", creators: "creator_id,name,fee\nC1,Alpha,80000\n"),
    BadInput(
      name: "duplicate-id", creators: "creator_id,followers\nC1,50000\nC2,30000\nC1,40000\n"),
    BadInput(name: "unknown-key", brief: "budget: 500_000\nbudgets: 3\nqoutas: []\n"),
    BadInput(name: "empty-file", creators: ""),
    BadInput(name: "not-a-number", creators: "creator_id,followers,fee\nC1,NaN,80000\n"),
    BadInput(name: "negative-fee", creators: "creator_id,followers,fee\nC1,50000,-80000\n"),
    BadInput(name: "wrong-path", products: nil),
    BadInput(name: "bare-rate", products: "product_id,price,margin\nP1,4800,600\n"),
    BadInput(
      name: "duplicate-header", creators: "creator_id,followers,フォロワー数\nC1,50000,60000\n"),
    BadInput(
      name: "unclosed-quote", creators: "creator_id,followers,bio\nC1,50000,\"abc\nC2,6,x\n"),
    BadInput(name: "brief-is-a-list", brief: "- budget\n- 500_000\n"),
    BadInput(
      name: "ages-short-of-one",
      creators: """
        creator_id,followers,age_13_19,age_20_29,age_30_39,age_40_49,age_50_59,age_60_plus
        C1,50000,0.1,0.4,0.2,0.1,0.1,0

        """),
    BadInput(
      name: "crossed-quota",
      brief: "budget: 500_000\nquotas: [{where: {creator: C1}, count: {min: 5, max: 3}}]\n"),
    BadInput(name: "no-budget", brief: "objective: gmv\n"),
    BadInput(
      name: "several-at-once",
      creators: "creator_id,followers,fee\nC1,many,-80000\nC1,50000,x\n",
      products: "product_id,price\nP1,free\n", brief: "budget: lots\nlock: [C9]\n"),
  ]
}

@Suite struct BadInputTests {
  @Test(arguments: BadInput.all)
  func isRefusedWithItsPlace(input: BadInput) throws {
    let folder = try TemporaryFolder()
    try Self.write(input, to: folder)
    let before = folder.names
    let arguments = Self.arguments.map { $0 == "creators.csv" ? input.roster : $0 }
    let run = try ProgramRun.castplan(arguments + ["--out", "plan"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(folder.names == before, "nothing may be left behind")
    try expectGolden(run.talk, "bad-input-\(input.name)")
    let check = try ProgramRun.castplan(["check"] + arguments.dropFirst(), in: folder.url)
    #expect(check.status == 2)
    #expect(check.talk == run.talk)
  }

  @Test func thereAreManyOfThem() {
    #expect(BadInput.all.count >= 60)
    #expect(Set(BadInput.all.map(\.name)).count == BadInput.all.count)
  }

  @Test func theSameFilesWithoutTheFaultAreFine() throws {
    let folder = try TemporaryFolder()
    try Self.write(BadInput(name: "good"), to: folder)
    let run = try ProgramRun.castplan(Self.arguments + ["--out", "plan"], in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    #expect(folder.names.contains("plan"))
  }

  /// The program ends while other threads still read: digests of files come from a library that must not
  /// clean up below them.
  @Test func mayBeRefusedWhileFilesAreStillRead() throws {
    let folder = try TemporaryFolder()
    var input = BadInput(name: "long", products: "product_id,price\nP1,free\n")
    input.creators = (1...20_000).reduce(into: "creator_id,followers,fee\n") { text, number in
      text += "C\(number),\(number),80000\n"
    }
    try Self.write(input, to: folder)
    for _ in 1...30 {
      #expect(try ProgramRun.castplan(Self.arguments, in: folder.url).status == 2)
    }
  }

  @Test func unreadableFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try Self.write(BadInput(name: "good"), to: folder)
    let roster = folder.file("creators.csv").path()
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: roster)
    // Root reads everything; a directory is unreadable as a table even to root.
    let isRoot = FileManager.default.isReadableFile(atPath: roster)
    if isRoot {
      try FileManager.default.removeItem(atPath: roster)
      try FileManager.default.createDirectory(
        atPath: roster, withIntermediateDirectories: false)
    }
    let run = try ProgramRun.castplan(Self.arguments, in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.talk.hasPrefix("creators.csv"))
  }

  @Test func everyWrongOptionIsNamedAtOnce() throws {
    let folder = try TemporaryFolder()
    try Self.write(BadInput(name: "good"), to: folder)
    let run = try ProgramRun.castplan(
      Self.arguments + [
        "--threads", "0", "--gap", "-1", "--time-limit", "0", "--budget", "-5", "--seed", "x",
        "--format", "xml", "--out", "plan",
      ], in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for problem in [
      "--threads 0:", "--gap -1:", "--time-limit 0:", "--budget -5:", "--seed x:", "--format xml:",
    ] { #expect(run.talk.contains(problem), "\(run.talk)") }
    #expect(!folder.names.contains("plan"))
  }

  @Test func aBannedLockHasNoPlan() throws {
    let folder = try TemporaryFolder()
    try Self.write(
      BadInput(name: "clash", brief: "budget: 500_000\nlock: [C1]\nban: [C1]\n"), to: folder)
    let before = folder.names
    let run = try ProgramRun.castplan(Self.arguments + ["--out", "plan"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.text.contains("- \"lock C1\"\n  → Lift the lock C1"), "\(run.text)")
    #expect(run.talk.contains("no plan obeys the rules"))
    #expect(folder.names == before)
  }

  static let arguments = [
    "optimize", "--roster", "creators.csv", "--products", "products.csv", "--brief", "brief.yaml",
  ]

  static func write(_ input: BadInput, to folder: TemporaryFolder) throws {
    let files = [
      ("creators.csv", input.creators), ("products.csv", input.products),
      ("brief.yaml", input.brief),
    ]
    for (name, text) in files {
      if let text { try folder.write(text, as: name) }
    }
    if let bytes = input.bytes {
      let name = input.roster.prefix { $0 != "#" }
      try Data(bytes).write(to: folder.file(String(name)))
    }
  }
}
