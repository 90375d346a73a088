#if canImport(Glibc)
  import Glibc
#endif

/// How memory is taken from the system and given back.
enum Allocation {
  /// Gives large lists back to the system as soon as they are freed.
  ///
  /// The GNU allocator raises the size from which a block is mapped by itself each time such a block is freed, to 32 MB at
  /// last; then the lists of a long document lie on its heap, and what was freed below them stays with the process: 319
  /// instead of 259 MB for a ruined text of 4.8 MB. A fixed size does not move. Below it, a heap that keeps its end has a
  /// ruined page fault 4,110 times instead of 4,780. Without effect under other allocators.
  static func setUp() {
    #if canImport(Glibc)
      // Swift's module of the library leaves `malloc.h` out, so the function and its constants are named here.
      typealias Setting = @convention(c) (_ parameter: CInt, _ value: CInt) -> CInt
      let (trimThreshold, mappingThreshold): (CInt, CInt) = (-1, -3)
      guard let symbol = unsafe dlsym(nil, "mallopt") else { return }
      // The type is that of the function in the C library.
      let mallopt = unsafe unsafeBitCast(symbol, to: Setting.self)
      _ = mallopt(mappingThreshold, 1 << 20)
      _ = mallopt(trimThreshold, 4 << 20)
    #endif
  }
}
