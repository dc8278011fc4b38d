import CXLSXWriter
import Casting
import Glibc
import Tables

extension SheetBook {
  /// Why a workbook could not be made: the system's `errno`.
  package struct Failure: Error {
    package let number: Int32
  }

  /// The workbook as an .xlsx file: the same bytes for the same sheets, wherever and whenever.
  package func bytes() throws(Failure) -> [UInt8] {
    // libxlsxwriter 1.1.4 writes to a path alone; this one goes with the descriptor.
    let file: TemporaryFile
    do throws(FileProblem) {
      file = try TemporaryFile()
    } catch {
      throw Failure(number: errno)
    }
    let path = "/proc/self/fd/\(file.descriptor)"
    guard let writer = SheetWriter(path: path) else { throw Failure(number: ENOMEM) }
    writer.setProperties(title: title, created: created)
    for sheet in sheets { writer.write(sheet) }
    errno = 0
    guard writer.close() == LXW_NO_ERROR else { throw Failure(number: errno == 0 ? EIO : errno) }
    do throws(FileProblem) {
      let written = try MappedFile(path: path)
      return withExtendedLifetime(written) { Array(written.bytes) }
    } catch {
      throw Failure(number: errno == 0 ? EIO : errno)
    }
  }
}
