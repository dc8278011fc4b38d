import Foundation
import LinearAlgebra
import Testing

@Suite struct SingleThreadedBLASTests {
  /// The plainest kernels are for processors without wider vectors alone.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] == nil))
  func kernelsAreThoseOfTheProcessor() throws {
    let processor = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let isPlain = SingleThreadedBLAS.kernels == "Prescott"
    let hasVectors = processor.contains(" avx2 ") && processor.contains(" fma ")
    #expect(!(isPlain && hasVectors))
    #expect(!SingleThreadedBLAS.kernels.isEmpty)
  }
}
