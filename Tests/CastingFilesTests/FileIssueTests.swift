import CastingFiles
import Foundation
import Testing

/// Files that are not there, not readable, or not what they should be.
@Suite struct FileIssueTests {
  @Test func files() throws {
    var report = ""
    func add(
      _ name: String, _ prepare: (InputFolder, inout CampaignPaths) throws -> Void
    ) throws {
      report += "# \(name)\n\(try InputFolder.outcome(prepare: prepare))\n"
    }
    try add("missing") { $1.roster = $0.path + "none.csv" }
    try add("directory") { folder, paths in
      paths.products = folder.path + "folder"
      try FileManager.default.createDirectory(
        atPath: paths.products, withIntermediateDirectories: true)
    }
    try add("empty") { $1.roster = try $0.write("empty.csv", "") }
    try add("empty brief") { $1.brief = try $0.write("empty.yaml", "") }
    try add("UTF-16") { folder, paths in
      let text = "creator_id,followers\nC1,5\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      paths.roster = try folder.write("utf16.csv", [0xFF, 0xFE] + text)
    }
    try add("CP932 header") { folder, paths in
      // 名前 in CP932.
      let name: [UInt8] = [0x96, 0xBC, 0x91, 0x4F]
      paths.roster = try folder.write(
        "cp932.csv", Array("creator_id,followers,".utf8) + name + Array("\nC1,5,x\n".utf8))
    }
    try add("CP932 far behind the head") { folder, paths in
      let rows = (0..<9000).map { "C\($0),50,name\n" }.joined()
      paths.roster = try folder.write(
        "late.csv",
        Array("creator_id,followers,name\n\(rows)D1,6,".utf8) + [0x96, 0xBC, 0x91, 0x4F, 10])
    }
    try add("one lonely character of CP932, which could be anything") { folder, paths in
      paths.roster = try folder.write(
        "lonely.csv", Array("creator_id,followers,name\nD1,6,".utf8) + [0x96, 0xBC, 10])
    }
    try add("UTF-16 brief") { $1.brief = try $0.write("utf16.yaml", [0xFE, 0xFF, 0, 0x61]) }
    try add("CP932 brief") { folder, paths in
      // 春夏 in CP932.
      paths.brief = try folder.write(
        "cp932.yaml", Array("budget: 5M\ncampaign: ".utf8) + [0x8F, 0x74, 0x89, 0xC4, 10])
    }
    try add("workbook") { $1.roster = try $0.write("a.xlsx", [0x50, 0x4B, 3, 4, 0x14, 0]) }
    try add("old workbook") { $1.roster = try $0.write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0]) }
    try add("compressed") { $1.products = try $0.write("a.csv.gz", [0x1F, 0x8B, 8, 0]) }
    try add("database") { $1.roster = try $0.write("a.sqlite", Array("SQLite format 3\0x".utf8)) }
    try Golden.check("files.txt", report)
  }

  @Test func embeddings() throws {
    var report = ""
    func add(
      _ name: String, _ prepare: (InputFolder, inout CampaignPaths) throws -> Void
    ) throws {
      report += "# \(name)\n\(try InputFolder.outcome(prepare: prepare))\n"
    }
    try add("in order") { folder, paths in
      paths.creatorEmbeddings = try folder.write("x.npy", matrix(2, 3))
      paths.productEmbeddings = try folder.write("y.npy", matrix(2, 3))
    }
    try add("a row too many") { folder, paths in
      paths.creatorEmbeddings = try folder.write("x.npy", matrix(3, 3))
      paths.productEmbeddings = try folder.write("y.npy", matrix(2, 3))
    }
    try add("other dimensions") { folder, paths in
      paths.creatorEmbeddings = try folder.write("x.npy", matrix(2, 3))
      paths.productEmbeddings = try folder.write("y.npy", matrix(2, 4))
    }
    try add("one alone") { $1.creatorEmbeddings = try $0.write("x.npy", matrix(2, 3)) }
    try add("not .npy, and missing") { folder, paths in
      paths.creatorEmbeddings = try folder.write("x.npy", "1,2,3\n")
      paths.productEmbeddings = folder.path + "none.npy"
    }
    try add("a value that is no number") { folder, paths in
      paths.creatorEmbeddings = try folder.write("x.npy", matrix(2, 3, value: .nan))
      paths.productEmbeddings = try folder.write("y.npy", matrix(2, 3))
    }
    try Golden.check("embeddings.txt", report)
  }

  /// A .npy file of float32.
  private func matrix(_ rows: Int, _ columns: Int, value: Float = 0.5) -> [UInt8] {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    while (11 + header.utf8.count) % 64 != 0 { header += " " }
    header += "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0]
    bytes += Array(header.utf8)
    for _ in 0..<(rows * columns) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
    }
    return bytes
  }
}
