/// Something that a plan, an input or an answer has to say: a code and typed values, no words.
///
/// Conforming types are enumerations whose cases are codes and whose labelled associated values are
/// arguments (money in money, shares as 0…1, people, ids). Sentences are made of them at the edge, in
/// the reader's language; files for programs carry code and arguments beside the sentence.
public protocol Fact: Sendable, Equatable, Encodable {}
