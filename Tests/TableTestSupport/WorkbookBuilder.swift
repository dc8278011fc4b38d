/// Writes workbooks of a few parts, whose XML the tests state.
package struct WorkbookBuilder {
  package struct Sheet {
    package var name: String
    /// What `<worksheet>` holds.
    package var xml: String
    /// Attributes of its `<sheet>`.
    package var attributes = ""

    package init(name: String, xml: String, attributes: String = "") {
      self.name = name
      self.xml = xml
      self.attributes = attributes
    }
  }

  package var sheets: [Sheet] = []
  /// What `<sst>` holds; nil for a workbook without the part.
  package var strings: String?
  /// What `<styleSheet>` holds; nil for a workbook without the part.
  package var styles: String?
  /// What stands before `<sheets>`.
  package var properties = ""
  /// More parts: name and text.
  package var others: [(name: String, text: String)] = []
  /// More relations of the workbook.
  package var relations = ""
  /// Put before every name of the parts' elements, with the colon.
  package var prefix = ""
  package var isStrict = false
  package var isDeflated = true
  /// Stands at the start of each part.
  package var declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  package init() {}

  /// A workbook of one sheet, `Sheet1`.
  ///
  /// - Parameter data: what `<sheetData>` holds.
  package init(data: String, strings: String? = nil, styles: String? = nil) {
    sheets = [Sheet(name: "Sheet1", xml: "<sheetData>\(data)</sheetData>")]
    self.strings = strings
    self.styles = styles
  }

  /// What `<styleSheet>` holds for number formats by their numbers, and for codes, as styles 0, 1, ….
  package static func styles(numbers: [Int] = [], codes: [String] = []) -> String {
    let escaped = codes.map {
      $0.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }
    let formats = escaped.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>"
    }
    let all = numbers + codes.indices.map { 164 + $0 }
    let styles = all.map { "<xf numFmtId=\"\($0)\" xfId=\"0\"/>" }
    return """
      <numFmts>\(formats.joined())</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs>\(styles.joined())</cellXfs>
      """
  }

  package func bytes() -> [UInt8] { archive().bytes() }

  package func archive() -> ZipBuilder {
    var zip = ZipBuilder()
    let office =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    func add(_ name: String, _ text: String) { zip.add(name, text, isDeflated: isDeflated) }
    func relations(_ all: String) -> String {
      declaration
        + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        \(all)</Relationships>
        """
    }
    add("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")))
    var list = ""
    var all = self.relations
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list += """
        <sheet name="\(sheet.name)" sheetId="\(number)" r:id="rId\(number)" \(sheet.attributes)/>
        """
      all += relation("rId\(number)", "worksheet", "worksheets/sheet\(number).xml")
      add("xl/worksheets/sheet\(number).xml", part("worksheet", sheet.xml))
    }
    add(
      "xl/workbook.xml",
      part("workbook", properties + "<sheets>\(list)</sheets>", " xmlns:r=\"\(office)\""))
    if let strings {
      all += relation("strings", "sharedStrings", "sharedStrings.xml")
      add("xl/sharedStrings.xml", part("sst", strings))
    }
    if let styles {
      all += relation("styles", "styles", "/xl/styles.xml")
      add("xl/styles.xml", part("styleSheet", styles))
    }
    add("xl/_rels/workbook.xml.rels", relations(all))
    for other in others { add(other.name, other.text) }
    return zip
  }

  private func part(_ root: String, _ content: String, _ attributes: String = "") -> String {
    let name =
      isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let space = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    let text = "<\(root) \(space)=\"\(name)\"\(attributes)>\(content)</\(root)>"
    return declaration + (prefix.isEmpty ? text : prefixed(text))
  }

  private func prefixed(_ text: String) -> String {
    text.replacing(#/<(/?)([A-Za-z])/#) { "<\($0.1)\(prefix)\($0.2)" }
  }
}
