import Foundation
import GRDB
import Testing

/// No result takes the place of what the run reads, whatever name is given for it.
@Suite struct OutputInputTests {
  /// Every input that `score` takes, with its option, and the options that write.
  static let inputs = [
    ("--roster", "people.csv"), ("--products", "goods.csv"), ("--brief", "wishes.yaml"),
    ("--audience", "cells.csv"), ("--creator-embeddings", "people.npy"),
    ("--product-embeddings", "goods.npy"), ("--model", "yardstick.json"),
  ]

  enum Link: CaseIterable {
    case none, longer, symbolic, linkToLink, hard

    /// Makes another name for `file`, and returns it.
    func name(of file: String, in folder: TemporaryFolder) throws -> String {
      let manager = FileManager.default
      let other = folder.file("other-\(self)").path()
      switch self {
      case .none: return file
      case .longer: return "./nowhere/../\(file)"
      case .symbolic:
        try manager.createSymbolicLink(atPath: other, withDestinationPath: file)
      case .linkToLink:
        try manager.createSymbolicLink(atPath: other, withDestinationPath: "middle")
        try manager.createSymbolicLink(
          atPath: folder.file("middle").path(), withDestinationPath: folder.file(file).path())
      case .hard:
        try manager.linkItem(atPath: folder.file(file).path(), toPath: other)
      }
      return "other-\(self)"
    }
  }

  /// Inputs of all kinds that belong together.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "creator_id,followers,fee_live\nA1,5200,30000\nA2,71000,90000\nA3,900,4000\n",
      as: "people.csv")
    try folder.write("product_id,price\nG1,2400\nG2,7100\n", as: "goods.csv")
    try folder.write("objective: orders\nbudget: 90_000\n", as: "wishes.yaml")
    try folder.write("creator_id,cell,share\nA1,north,0.25\nA1,south,0.75\n", as: "cells.csv")
    try Self.matrix(rows: 3).write(to: folder.file("people.npy"))
    try Self.matrix(rows: 2).write(to: folder.file("goods.npy"))
    try FileManager.default.createDirectory(
      at: folder.file("nowhere"), withIntermediateDirectories: false)
    let saved = try ProgramRun.castplan(
      ["score"] + Self.options(but: "--model") + ["--save-model", "yardstick.json"],
      in: folder.url)
    try #require(saved.status == 0, "\(saved.talk)")
    return folder
  }

  /// A .npy file of version 1 with two columns, float32.
  private static func matrix(rows: Int) -> Data {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), 2), }"
    while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
    header += "\n"
    var bytes = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0, UInt8(header.utf8.count), 0])
    bytes += Data(header.utf8)
    for number in 0..<2 * rows {
      withUnsafeBytes(of: Float(number + 1).bitPattern.littleEndian) { bytes += Data($0) }
    }
    return bytes
  }

  private static func options(but left: String) -> [String] {
    inputs.filter { $0.0 != left }.flatMap { [$0.0, $0.1] } + ["--quiet"]
  }

  /// What stands in every file of the folder, by name.
  private static func contents(_ folder: TemporaryFolder) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in folder.names where name != "nowhere" {
      contents[name] = try Data(contentsOf: folder.file(name))
    }
    return contents
  }

  private func expectRefusal(
    _ arguments: [String], in folder: TemporaryFolder, saying words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try Self.contents(folder)
    let run = try ProgramRun.castplan(arguments, in: folder.url)
    #expect(run.status == 2, "\(arguments): \(run.talk)", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
    for word in words {
      #expect(run.talk.contains(word), "\(arguments): \(run.talk)", sourceLocation: sourceLocation)
    }
    #expect(try Self.contents(folder) == before, "\(arguments)", sourceLocation: sourceLocation)
  }

  @Test(arguments: Link.allCases) func `every input is refused under every name`(
    link: Link
  ) throws {
    for (option, file) in Self.inputs {
      let folder = try folder()
      let name = try link.name(of: file, in: folder)
      for form in ["csv", "jsonl", "sqlite"] {
        // Not even by force.
        try expectRefusal(
          ["score"] + Self.options(but: "") + ["--force", "--format", form, "--out", name],
          in: folder, saying: [name, file, "this run"])
      }
      guard option != "--model" else { continue }
      try expectRefusal(
        ["score"] + Self.options(but: "--model") + ["--force", "--save-model", name], in: folder,
        saying: [name, file, "this run"])
    }
  }

  @Test func `all outputs that are inputs are told at once`() throws {
    try expectRefusal(
      ["score"] + Self.options(but: "--model") + [
        "--out", "goods.csv", "--save-model", "cells.csv",
      ],
      in: folder(), saying: ["goods.csv: is read by this run", "cells.csv: is read by this run"])
  }

  @Test func `standard input and tables of a database are inputs`() throws {
    let folder = try folder()
    let run = try ProgramRun.shell(
      "castplan score --roster - --products goods.csv --out people.csv < people.csv", in: folder.url
    )
    #expect(run.status == 2)
    #expect(run.talk.contains("the same file as standard input"), "\(run.talk)")
    let database = folder.file("agency.sqlite")
    try DatabaseQueue(path: database.path()).write {
      try $0.execute(
        sql: """
          CREATE TABLE people (creator_id, followers);
          INSERT INTO people VALUES ('A1', 5200);
          """)
    }
    for form in ["csv", "sqlite"] {
      try expectRefusal(
        [
          "score", "--roster", "agency.sqlite#people", "--products", "goods.csv", "--force",
          "--format", form, "--out", "agency.sqlite",
        ], in: folder, saying: ["agency.sqlite", "is read by this run"])
    }
  }

  @Test func `two outputs are two files`() throws {
    let folder = try folder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("later").path(), withDestinationPath: "nowhere/../result")
    for (out, model) in [("result", "result"), ("result", "./result"), ("result", "later")] {
      let run = try ProgramRun.castplan(
        ["score"] + Self.options(but: "--model") + ["--out", out, "--save-model", model],
        in: folder.url)
      #expect(run.status == 2)
      #expect(
        run.talk.contains("two results") || run.talk.contains("another result"), "\(run.talk)")
      #expect(!folder.names.contains("result"))
    }
  }

  @Test func `the last plan that a brief keeps to is an input`() throws {
    let folder = try folder()
    let campaign = ["--roster", "people.csv", "--products", "goods.csv", "--brief", "wishes.yaml"]
    let first = try ProgramRun.castplan(
      ["optimize"] + campaign + ["--quiet", "--out", "autumn"], in: folder.url)
    try #require(first.status == 0, "\(first.talk)")
    try folder.write(
      "objective: orders\nbudget: 70_000\nkeep: {plan: autumn, max_changes: 2}\n",
      as: "wishes.yaml")
    let before = try Data(contentsOf: folder.file("autumn/plan.json"))
    let replaced = try ProgramRun.castplan(
      ["optimize"] + campaign + ["--out", "autumn"], in: folder.url)
    #expect(replaced.status == 2 && replaced.output.isEmpty)
    #expect(replaced.talk.contains("autumn/plan.json: is read by this run"), "\(replaced.talk)")
    let scored = try ProgramRun.castplan(
      ["score"] + campaign + ["--force", "--out", "autumn/plan.json"], in: folder.url)
    #expect(scored.status == 2 && scored.talk.contains("is read by this run"), "\(scored.talk)")
    #expect(try Data(contentsOf: folder.file("autumn/plan.json")) == before)
    let beside = try ProgramRun.castplan(
      ["optimize"] + campaign + ["--quiet", "--out", "winter"], in: folder.url)
    #expect(beside.status == 0, "\(beside.talk)")
  }

  @Test func `a roster in a plan directory is no plan of an earlier run`() throws {
    let folder = try folder()
    let manager = FileManager.default
    try manager.createDirectory(at: folder.file("p"), withIntermediateDirectories: false)
    try manager.copyItem(at: folder.file("people.csv"), to: folder.file("p/plan.csv"))
    try manager.linkItem(at: folder.file("wishes.yaml"), to: folder.file("p/plan.json"))
    let run = try ProgramRun.castplan(
      [
        "optimize", "--roster", "p/plan.csv", "--products", "goods.csv", "--brief", "wishes.yaml",
        "--out", "p",
      ], in: folder.url)
    #expect(run.status == 2)
    #expect(run.talk.contains("p/plan.csv: is read by this run"), "\(run.talk)")
    #expect(run.talk.contains("p/plan.json: is the same file as wishes.yaml"), "\(run.talk)")
    #expect(
      try Data(contentsOf: folder.file("p/plan.csv")) == Data(contentsOf: folder.file("people.csv"))
    )
  }
}
