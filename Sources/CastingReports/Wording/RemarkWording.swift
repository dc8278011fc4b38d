// What a plan has to say of its inputs.

extension Wording {
  func text(_ remark: InputRemark) -> String {
    switch remark {
    case .note(let note): text(note)
    case .leftOut(let issue): text(issue)
    case .moreLeftOut(let count):
      pick(
        english: IssueEnglish.moreLeftOut(count), japanese: IssueJapanese.moreLeftOut(count))
    }
  }
}
