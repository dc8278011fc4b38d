import ArgumentParser
import CastingFiles
import CastingPlanning
import Foundation

/// Times what-ifs on a campaign that is held in memory, each beside the same scenario solved from
/// nothing.
///
/// Both answers must be proved to the gap asked for, agree within it, and a larger budget must not be
/// worth less. Prints a row for each: seconds of either, their ratio, and the nodes of branching.
@main
struct WhatIfBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "what-if-bench")

  @Option(help: "Creators.")
  var roster: String

  @Option(help: "Products.")
  var products: String

  @Option(help: "The brief.")
  var brief: String

  @Option(help: "Creators' vectors, .npy.")
  var creatorEmbeddings: String?

  @Option(help: "Products' vectors, .npy.")
  var productEmbeddings: String?

  @Option(help: "Shares of the brief's budget to plan with, ascending.")
  var budgets = "0.8,0.9,0.95,1.05,1.1,1.2"

  @Option(help: "The gap asked for.")
  var gap = 0.005

  @Option(help: "Threads to use.")
  var threads = 2

  @Option(help: "Times to run; the median counts.")
  var runs = 3

  @Option(help: "Most nodes of branching a warm answer may take; more is a failure.")
  var mostNodes = 2_000

  private struct Failure: Error, CustomStringConvertible { var description: String }

  func run() throws {
    let loaded = try CampaignFiles.read(
      CampaignPaths(
        roster: roster, products: products, brief: brief, creatorEmbeddings: creatorEmbeddings,
        productEmbeddings: productEmbeddings), threads: threads)
    let campaign = loaded.campaign
    var settings = PlannerSettings()
    settings.relativeGap = gap
    settings.threads = threads
    let base = campaign.brief.budget ?? 0
    print("budget,value,gap,nodes,warm_s,cold_s,ratio")
    var earlier = -Double.infinity
    for share in budgets.split(separator: ",").compactMap({ Double($0) }) {
      let scenario = Scenario(budget: (base * share).rounded(), of: campaign)
      var warmTimes: [Double] = []
      var coldTimes: [Double] = []
      var answers: [ScenarioPlan] = []
      for _ in 0..<runs {
        let held = HeldCampaign(campaign, settings: settings)
        let cold = try timed { try held.solve(scenario) }
        coldTimes.append(cold.seconds)
        let warmed = HeldCampaign(campaign, settings: settings)
        _ = try warmed.solve(Scenario(name: "base", campaign: campaign, relation: .same))
        let warm = try timed { try warmed.solve(scenario) }
        warmTimes.append(warm.seconds)
        answers += [warm.plan, cold.plan]
      }
      for plan in answers {
        guard plan.hasPlan, plan.gap <= gap else {
          throw Failure(description: "no proof: \(share)")
        }
        // Each is at most the other's bound.
        guard answers.allSatisfy({ $0.value <= plan.bound * (1 + 1e-9) }) else {
          throw Failure(description: "bounds are broken at \(share)")
        }
      }
      let warm = answers[0]
      guard warm.bound >= earlier * (1 - 1e-9) else {
        throw Failure(description: "worth less: \(share)")
      }
      guard warm.nodes <= mostNodes else {
        throw Failure(description: "\(warm.nodes) nodes at \(share)")
      }
      earlier = warm.value
      let (fast, slow) = (median(warmTimes), median(coldTimes))
      print(
        String(
          format: "%.2f,%.0f,%.5f,%d,%.3f,%.3f,%.2f", share, warm.value, warm.gap, warm.nodes, fast,
          slow, fast / slow))
    }
  }

  private func timed(
    _ solve: () throws -> ScenarioPlan
  ) rethrows -> (plan: ScenarioPlan, seconds: Double) {
    let start = ContinuousClock.now
    let plan = try solve()
    return (plan, Double((ContinuousClock.now - start) / .nanoseconds(1)) * 1e-9)
  }

  private func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
}
