import COpenBLAS
import Foundation

/// OpenBLAS as this package uses it: every call goes through `ensure()` first.
///
/// It keeps to the calling thread: our own blocks use the cores, so that results do not depend on
/// how many there are. And it runs the kernels that the processor is made for: a version older than
/// the processor does not know its name and falls back to kernels without any of its vectors
/// (OpenBLAS 0.3.21 on newer Xeons runs those of Prescott, 2004), several times slower.
package enum SingleThreadedBLAS {
  private static let done: Void = {
    BLASKernels.replaceFallback()
    openblas_set_num_threads(1)
  }()

  package static func ensure() { _ = done }

  /// The processor whose kernels are run, as OpenBLAS names it.
  package static var kernels: String {
    ensure()
    return BLASKernels.name
  }
}

private enum BLASKernels {
  /// The variable by which OpenBLAS lets its user choose.
  private static let choice = "OPENBLAS_CORETYPE"
  /// What it runs on a processor that it does not know.
  private static let fallback = "Prescott"

  static var name: String { String(cString: openblas_get_corename()) }

  /// Has a processor that OpenBLAS does not know run the kernels its vectors allow, unless the user
  /// chose. Only builds that carry kernels for many processors have the calls for this.
  ///
  /// No other call may be under way.
  static func replaceFallback() {
    guard name == fallback, getenv(choice) == nil else { return }
    let support = Int(castplan_vector_support())
    guard support != castplan_vectors_basic else { return }
    typealias Call = @convention(c) () -> Void
    guard let library = dlopen(nil, RTLD_NOW),
      let forget = dlsym(library, "gotoblas_dynamic_quit"),
      let choose = dlsym(library, "gotoblas_dynamic_init")
    else { return }
    let isWide = support == castplan_vectors_avx512
    setenv(choice, isWide ? "SkylakeX" : "Haswell", 1)
    unsafeBitCast(forget, to: Call.self)()
    unsafeBitCast(choose, to: Call.self)()
    unsetenv(choice)
  }
}
