import Casting
import CastingFiles
import CastingReports
import Testing

/// What an interview makes of the files that it is told of.
@Suite struct InterviewFileTests {
  @Test func filesWithFaultsAreToldAndAskedForAgain() throws {
    let folder = try InterviewFolder(
      roster: "creator_id,followers\nC1,many\nC1,5\n")
    var interview = Interview()
    let question = InterviewQuestion.all[0]
    #expect(question.standard(interview) == .text("creators.csv"))
    do throws(AnswerRefusal) {
      try interview.answer(question, with: folder.roster)
      Issue.record("a roster with faults is taken")
    } catch {
      guard case .file(let found) = error else { return }
      #expect(found.issues.total == 2)
    }
    // The file may be corrected meanwhile.
    #expect(question.standard(interview) == .text(folder.roster))
    _ = try folder.write("roster.csv", "creator_id,followers,memo\nC1,5,x\n")
    try interview.answer(question, with: "")
    #expect(interview.rosterContents?.creators == 1 && interview.notes.count == 1)
    do throws(AnswerRefusal) {
      try interview.answer(question, with: "-")
      Issue.record("standard input is taken for a table")
    } catch {
      guard case .fault(.standardInput) = error else {
        Issue.record("standard input is read as a table")
        return
      }
    }
  }

  @Test func rostersAreSummedUp() throws {
    let folder = try InterviewFolder(
      roster: """
        creator_id,followers,platform,niche,fee,fee_video,female_share
        A,5000,x,猫;料理,1000,,0.2
        B,50000,tiktok,料理,3000,500,0.6
        C,60000,tiktok,,8000,,
        D,2000000,,猫、料理,,,

        """)
    var interview = Interview()
    try interview.answer(InterviewQuestion.all[0], with: folder.roster)
    let contents = try #require(interview.rosterContents)
    #expect(contents.creators == 4)
    #expect(
      contents.platforms == [
        .init(name: "tiktok", creators: 2), .init(name: "x", creators: 1),
      ])
    #expect(
      contents.tags == [.init(name: "料理", creators: 3), .init(name: "猫", creators: 2)])
    #expect(contents.tiers.map { "\($0.tier) \($0.creators)" } == ["nano 1", "micro 2", "mega 1"])
    #expect(
      contents.fees == [
        .init(format: nil, creators: 3, total: 12_000, median: 3_000),
        .init(format: .video, creators: 1, total: 500, median: 500),
      ])
    #expect(contents.formats == [.video])
    #expect(contents.femaleShare == 0.4)
    #expect(contents.ages == [0.167, 0.167, 0.167, 0.167, 0.166, 0.166])
  }

  /// One half of an audience stated: the other is what the roster shows, and is written down.
  @Test func theRosterFillsInHalfAnAudience() throws {
    let folder = try InterviewFolder(
      roster: """
        creator_id,followers,fee,female_share,13-19,20-29,30-39,40-49,50-59,60+
        A,5000,1,0.2,0.1,0.2,0.3,0.2,0.1,0.1
        B,5000,1,0.6,0.3,0.2,0.1,0.2,0.1,0.1

        """)
    try folder.answer([.budget: "1", .ages: "20代 50%"])
    #expect(folder.interview.answers.femaleShare == 0.4)
    let other = try InterviewFolder(
      roster: """
        creator_id,followers,fee,female_share,13-19,20-29,30-39,40-49,50-59,60+
        A,5000,1,0.2,0.1,0.2,0.3,0.2,0.1,0.1
        B,5000,1,0.6,0.3,0.2,0.1,0.2,0.1,0.1

        """)
    try other.answer([.budget: "1", .femaleShare: "70%"])
    let mix = try #require(try other.brief(in: .english).audience)
    #expect(mix.femaleShare == 0.7)
    for (share, expected) in zip(mix.ageShares, [0.2, 0.2, 0.2, 0.2, 0.1, 0.1]) {
      #expect(abs(share - expected) < 1e-12)
    }
  }
}
