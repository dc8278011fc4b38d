extension ResponseModel {
  /// The response of some of the creators, in the order of `rows`: what is typical stays that of all.
  func selecting(_ rows: [Int]) -> ResponseModel {
    var selected = self
    selected.roster = roster.selecting(rows)
    selected.relationship = relationship.selecting(rows)
    selected.embeddings = embeddings.selecting(rows)
    selected.creatorReach = creatorReach.selecting(rows, width: roster.formats.count)
    return selected
  }
}
