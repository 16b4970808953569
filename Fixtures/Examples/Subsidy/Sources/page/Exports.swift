// The module of the page, with this package's programmes.

#if arch(wasm32)
  import BrowserModule
  import SubsidyRules

  /// Room for a request of so many bytes.
  @_expose(wasm, "reserve") @_cdecl("browser_reserve")
  public func reserve(_ count: Int32) -> UnsafeMutableRawPointer { BrowserExports.reserve(count) }

  /// Runs the program on the request that was written; where the response stands.
  @_expose(wasm, "run") @_cdecl("browser_run")
  public func run() -> UnsafeRawPointer { BrowserExports.run(.subsidy) }
#endif
