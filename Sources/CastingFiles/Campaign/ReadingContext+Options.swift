extension ReadingContext {
  /// - Parameter namesLeftOut: whether rows that are left out are to be known by their ids.
  init(_ options: ReadingOptions, threads: Int, namesLeftOut: Bool = false) {
    self.init(
      threads: threads,
      faults: FaultSettings(
        policy: options.invalid, listedIn: options.rejects?.path,
        namesLeftOut: namesLeftOut && options.invalid != .refuse))
    rejects = options.rejects
    limit = options.maximumInvalid
  }
}
