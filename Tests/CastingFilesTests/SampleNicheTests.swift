import Casting
import CastingFiles
import CastingSynthetic
import CastingTestSupport
import Foundation
import Testing

/// The committed sample, read from its files: creators find the products of their own topic.
@Suite struct SampleNicheTests {
  private static let datasets = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets").path

  @Test("a creator's own niche ranks at least as high as by plain TF-IDF")
  func reciprocalRank() throws {
    let campaign = try CampaignFiles.read(
      CampaignPaths(
        roster: Self.datasets + "/creators.csv", products: Self.datasets + "/products.csv",
        brief: Self.datasets + "/brief-gmv.yaml"), budget: nil, threads: 2
    ).campaign
    let (roster, products) = (campaign.roster, campaign.products.products)
    let creatorTopics = (0..<roster.count).map { Self.topic(ofTags: roster.niches[$0]) }
    let productTopics = products.map { Self.topic(ofTags: $0.niche) }
    #expect(!productTopics.contains(-1))

    let ours = NicheEmbeddings.make(
      roster: roster, products: campaign.products, brief: campaign.brief, threads: 2
    ).affinities(concentration: 3, threads: 2)
    let plain = Self.plainCosines(roster, products)
    let (our, their) = (
      meanReciprocalRank(
        scores: ours, creatorTopics: creatorTopics, productTopics: productTopics),
      meanReciprocalRank(
        scores: plain, creatorTopics: creatorTopics, productTopics: productTopics)
    )
    print("mean reciprocal rank, sample: \(our), plain TF-IDF \(their)")
    #expect(our >= their)
    #expect(our > 0.9)
  }

  /// The generator's topic that the first tag belongs to, −1 when she has no tags.
  private static func topic(ofTags tags: String) -> Int {
    let first = tags.split(separator: ";").first.map(String.init) ?? ""
    return SyntheticTopic.all.firstIndex { $0.tags.contains(first) } ?? -1
  }

  private static func plainCosines(_ roster: Roster, _ products: [Product]) -> [Double] {
    let people = (0..<roster.count).map { roster.niches[$0] + " " + roster.bios[$0] }
    let goods = products.map { [$0.niche, $0.name, $0.description, $0.category] }
      .map { $0.joined(separator: " ") }
    let model = PlainTermCosine(documents: people + goods)
    return people.indices.flatMap { creator in
      goods.indices.map { model.cosine(creator, people.count + $0) }
    }
  }
}
