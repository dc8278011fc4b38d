import Foundation
import Testing

/// Every command that README.md shows is run, and does what its exit code promises.
@Suite struct ReadmeTests {
  @Test func commandsOfTheReadmeRun() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 4)
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.file("datasets"), withDestinationURL: Repository.datasets)
    for command in commands {
      let run = try ProgramRun.shell(command, in: folder.url)
      #expect(run.status == 0, "\(command)\n\(run.talk)")
      #expect(!run.output.isEmpty, "\(command)")
    }
  }

  @Test func makeTargetsOfTheReadmeExist() throws {
    let makefile = try Repository.text("Makefile")
    let readme = try Repository.text("README.md")
    let named = readme.matches(of: #/[\n`]make ([a-z]+)/#).map { String($0.output.1) }
    #expect(named.contains("demo") && named.contains("test"))
    for target in Set(named).sorted() {
      #expect(makefile.contains("\n\(target):"), "make \(target)")
    }
  }

  /// Amounts may differ on another processor; what the page shows them under may not.
  @Test func excerptHasTheHeadingsOfTheProgram() throws {
    let readme = try Repository.text("README.md")
    let excerpt = try #require(
      readme.components(separatedBy: "```text\n").dropFirst().first?
        .components(separatedBy: "```").first)
    let run = try ProgramRun.castplan(
      [
        "optimize", "--roster", "creators.csv", "--products", "products.csv", "--brief",
        "brief-gmv.yaml",
      ], in: Repository.datasets)
    let printed = Set(run.text.split(separator: "\n").map(Self.collapsed))
    let headings = excerpt.split(separator: "\n").map(Self.collapsed)
      .filter { !$0.contains(where: \.isNumber) && $0 != "…" && $0.contains(where: \.isUppercase) }
    #expect(headings.count >= 4)
    for heading in headings { #expect(printed.contains(heading), "\(heading)") }
  }

  private static func collapsed(_ line: some StringProtocol) -> String {
    line.split(separator: " ").joined(separator: " ")
  }

  /// Lines of the fenced `sh` blocks that begin with the program, continued lines joined.
  private static func commands() throws -> [String] {
    let readme = try Repository.text("README.md")
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    return blocks.flatMap { $0.replacing("\\\n", with: " ").split(separator: "\n") }
      .map(String.init).filter { $0.hasPrefix("castplan ") }
  }
}
