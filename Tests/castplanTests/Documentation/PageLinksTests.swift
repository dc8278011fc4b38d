import Foundation
import Testing

@Suite struct PageLinksTests {
  /// Users' pages and that for those who work on the program.
  @Test(arguments: Documentation.pages + ["CONTRIBUTING.md"])
  func linksOfPagesLeadSomewhere(path: String) throws {
    let broken = PageLinks.broken(try Documentation.page(path), text: Documentation.text)
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
  }

  @Test func everyChapterIsInTheIndex() throws {
    let chapters = Documentation.pages.filter {
      $0.hasPrefix("Documentation/") && $0 != Documentation.index
    }
    #expect(chapters.count > 10)
    let unlinked = PageLinks.unlinked(
      chapters, from: try Documentation.page(Documentation.index))
    #expect(unlinked.isEmpty, "\(Documentation.index) does not link \(unlinked)")
  }

  /// A first look is short.
  @Test func readmeIsShort() throws {
    #expect(try Repository.text("README.md").utf8.count <= 8_192)
  }

  @Test func headingsAreNamedAsByGitHub() {
    let page = MarkdownPage(
      path: "Page.md",
      text: """
        # What if: `--budgets`, and more?
        ## Plan_a 2
        ## 表 1
        ## Plan_a 2
        ```sh
        # no heading
        ```
        #tag
        """)
    #expect(
      PageLinks(page).anchors == [
        "what-if---budgets-and-more", "plan_a-2", "表-1", "plan_a-2-1",
      ])
  }

  @Test func chaptersWithoutALinkAreFound() {
    let index = MarkdownPage(
      path: "Documentation/README.md",
      text: "[a](A.md), [b](../Documentation/B.md#part), `[c](C.md)`, [top](../README.md)")
    let chapters = ["A", "B", "C"].map { "Documentation/\($0).md" }
    #expect(PageLinks.unlinked(chapters, from: index) == ["Documentation/C.md"])
  }

  @Test func brokenLinksAreFound() {
    let text = """
      # Top
      [a](Other.md) [b](Other.md#here) [c](#top) [d](https://example.com/x) [folder](../data)
      [over two
      lines](../README.md), `[code](nothing.md)`
      [wrong](Another.md), [wrong](Other.md#there), [wrong](#below)
      """
    let files = [
      "Documentation/Page.md": text, "Documentation/Other.md": "## Here", "README.md": "",
      "data": "",
    ]
    let page = MarkdownPage(path: "Documentation/Page.md", text: text)
    #expect(
      PageLinks.broken(page, text: { files[$0] }) == [
        "Documentation/Page.md:5: no file Documentation/Another.md",
        "Documentation/Page.md:5: no heading #there in Documentation/Other.md",
        "Documentation/Page.md:5: no heading #below in Documentation/Page.md",
      ])
  }
}
