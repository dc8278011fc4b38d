import Casting
import Foundation
import Tables

/// Reads a scoring model that was kept in a file.
public enum ScoringModelFile {
  /// Reads the model in the file at `path`.
  public static func read(path: String) throws(InputError) -> ScoringModel {
    var context = ReadingContext()
    if let file = context.map(path) {
      do {
        return try model(Data(buffer: file.bytes))
      } catch {
        context.issues.append(InputIssue(file: path, .form(Self.fault(error))))
      }
    }
    throw InputError(context.issues)
  }

  /// Whether bytes are those of a model that was kept, also by another version.
  package static func isModel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Its members are sorted, the schema is one of the last.
    bytes.first == UInt8(ascii: "{")
      && bytes.contains(Array("\"schema\":\"castplan/model/".utf8))
  }

  /// Reads a model from its text.
  package static func model(_ text: Data) throws -> ScoringModel {
    try JSONDecoder().decode(ScoringModel.self, from: text)
  }

  private static func fault(_ error: any Error) -> FormFault {
    switch error as? DecodingError {
    case .dataCorrupted(let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      (context.underlyingError as? ScoringModelFault).map { .refusedModel(fault: $0) }
        ?? .notModel(words: context.debugDescription)
    case .keyNotFound(let key, _): .incompleteModel(member: key.stringValue)
    default: .notModel(words: nil)
    }
  }
}
