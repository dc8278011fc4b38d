import Testing

@Suite struct MakeTargetsTests {
  @Test func pagesNameTargetsThatThereAre() throws {
    let recipes = Makefile(try Repository.text("Makefile")).recipes
    var named = Set<Substring>()
    for path in Documentation.pages {
      named.formUnion(
        try Repository.text(path).matches(of: #/[\n`] *(?:\$ )?make ([a-z-]+)/#).map(\.output.1))
    }
    #expect(named.isSuperset(of: ["demo", "build", "test"]))
    for target in named.sorted() {
      #expect(recipes[String(target)] != nil, "make \(target)")
    }
  }

  /// What pages show beneath `make demo` is what the program does there.
  @Test func theDemoPlansTheSample() throws {
    let demo = Makefile(try Repository.text("Makefile")).recipes["demo"] ?? []
    #expect(
      demo == [
        ".build/release/castplan optimize --roster datasets/creators.csv "
          + "--products datasets/products.csv --brief datasets/brief-gmv.yaml"
      ])
  }
}
