public import DauIngest

extension Archive {
  /// What a run is told.
  public typealias IngestOptions = Ingestor<SQLiteStore>.Options
  /// What a run reports of a file.
  public typealias IngestEvent = Ingestor<SQLiteStore>.Event
  /// What became of a file.
  public typealias IngestOutcome = Ingestor<SQLiteStore>.Outcome

  /// Ingests `candidates`, alone: no other process may write to the archive meanwhile.
  ///
  /// - Throws: ``ArchiveError``.
  public func ingest(
    _ candidates: [Discovery.Candidate], with pipeline: Pipeline, options: IngestOptions,
    report: @Sendable (IngestEvent) throws -> Void
  ) async throws -> IngestCounts {
    let lock = try FolderLock(folder: folder)
    defer { lock.release() }
    return try await Ingestor(
      store: store, originals: originals, processing: Self.processing(pipeline), options: options
    ).run(candidates, report: report)
  }

  /// Does everything but store: reads, restores and extracts, and reports what `ingest` would do.
  ///
  /// - Parameter archive: the archive it would go into; `nil` when that would be made.
  public static func rehearse(
    _ candidates: [Discovery.Candidate], into archive: Archive?, with pipeline: Pipeline, options: IngestOptions,
    report: @Sendable (IngestEvent) throws -> Void
  ) async throws -> IngestCounts {
    try await Ingestor(
      store: archive?.store, originals: nil, processing: processing(pipeline), options: options
    ).run(candidates, report: report)
  }

  private static func processing(_ pipeline: Pipeline) -> Ingestor<SQLiteStore>.Processing {
    Ingestor<SQLiteStore>.Processing(rules: pipeline.version, restores: pipeline.restores) { pipeline.process($0) }
  }
}
