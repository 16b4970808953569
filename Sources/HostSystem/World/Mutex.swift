// Batches keep what several workers share behind a lock; a browser has one worker and no locks.

#if hasFeature(Embedded)
  /// A value of which there is one user at a time, since there is one thread.
  public final class Mutex<Value>: @unchecked Sendable {
    private var value: Value

    /// Keeps a value.
    public init(_ value: Value) { self.value = value }

    /// Lets a body use the value.
    public final func withLock<Result>(_ body: (inout Value) -> Result) -> Result { body(&value) }
  }
#else
  import Synchronization

  /// A value of which there is one user at a time.
  public typealias Mutex = Synchronization.Mutex
#endif
