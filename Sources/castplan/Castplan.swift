import ArgumentParser

@main
struct Castplan: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "castplan",
    abstract: "Casts creators for products within a budget, and proves how good the plan is.",
    discussion: """
      EXAMPLES
        castplan optimize --roster creators.csv --products products.csv \\
          --brief brief.yaml --out plan
        castplan score --roster creators.csv --products products.csv --top 20
        castplan check --roster creators.csv --products products.csv \\
          --brief brief.yaml --plan plan
        castplan init --roster creators.csv --products products.csv
        castplan generate --creators 300 --products 8 --out sample

      EXIT CODES
        0 done   1 no plan obeys the rules (or a promise of a plan does not hold)
        2 wrong usage or input   3 stopped at a limit, with the best plan found
        4 internal error   130 interrupted
      """,
    version: version,
    subcommands: [
      Optimize.self, WhatIf.self, Explain.self, Compare.self, Score.self, Check.self, Init.self,
      Template.self,
      Generate.self,
    ])

  /// Parses and runs, then leaves with an exit code of our own table instead of sysexits(3).
  static func main() {
    Interrupts.install()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Departure.leave(after: error)
    }
  }
}
