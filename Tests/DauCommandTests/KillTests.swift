import DauTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct KillTests {
  /// SplitMix64: small, seeded, the same everywhere.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<160 {
      var text = ""
      for line in 0..<(5 + number % 40) {
        text +=
          "Ngày \(1 + line % 28) tháng \(1 + number % 12) năm 2019, Ủy ban nhân dân tỉnh tặng Bằng khen cho "
          + "\(number + line) tập thể theo Quyết định số \(number)/QĐ-UBND.\n"
      }
      try folder.write(text, to: "in/\(number % 7)/\(number).txt")
    }
  }

  private func ingest(into archive: String) -> [String] {
    ["ingest", "in", "--archive", archive, "--no-restore", "--quiet"]
  }

  /// Everything an archive holds, in an order that does not depend on the order of storing.
  private func content(of archive: String) throws -> String {
    let result = try Program.run(["export", "--format", "jsonl", "--archive", archive], in: folder.url)
    #expect(result.status == 0)
    return result.output
  }

  @Test func `killed at any moment, a run goes on and ends as if it had never been killed`() throws {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Program.run(ingest(into: "whole"), in: folder.url).status == 0)
    let duration = clock.now - start
    let whole = try content(of: "whole")
    #expect(whole.split(separator: "\n").count { $0.hasPrefix("{\"kind\":\"document\"") } == 160)

    let seed = UInt64.random(in: .min ... .max)
    var generator = Generator(state: seed)
    var kills = 0
    for _ in 0..<25 {
      let scratch = try TemporaryFolder()
      let process = try Program.start(ingest(into: "killed"), in: folder.url, scratch: scratch)
      Thread.sleep(forTimeInterval: Double.random(in: 0...1, using: &generator) * (duration / .seconds(1)) * 0.4)
      if process.isRunning {
        _ = kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
      if process.terminationReason == .exit, process.terminationStatus == 0 { break }
      // What is there after a kill can be read at once.
      let summary = try Program.run(["summary", "--archive", "killed", "--json"], in: folder.url)
      let none = summary.messages.contains("no archive here") || summary.messages.contains("no archive tables")
      #expect(summary.status == 0 || none, "seed \(seed): \(summary.messages)")
    }
    #expect(kills > 0, "seed \(seed)")
    #expect(try Program.run(ingest(into: "killed"), in: folder.url).status == 0, "seed \(seed)")
    #expect(try content(of: "killed") == whole, "seed \(seed)")
    #expect(try originals(of: "killed") == originals(of: "whole"), "seed \(seed)")
    let check = try Program.run(["summary", "--archive", "killed", "--check"], in: folder.url)
    #expect(check.status == 0, "seed \(seed): \(check.messages)")
  }

  @Test func `interrupted, a run stores what is in hand, says so and goes on later`() throws {
    let scratch = try TemporaryFolder()
    let process = try Program.start(
      ["ingest", "in", "--archive", "interrupted", "--no-restore", "--jobs", "1"], in: folder.url, scratch: scratch)
    // An original is there when the run has begun.
    while process.isRunning, try originals(of: "interrupted").isEmpty { Thread.sleep(forTimeInterval: 0.002) }
    process.terminate()
    process.waitUntilExit()
    let result = try Program.result(of: process, scratch)
    #expect(process.terminationReason == .exit, "the signal ended the process: \(result.messages)")
    // On a fast machine the signal may come behind the last file.
    #expect([0, 130].contains(result.status), "\(result.messages)")
    if result.status == 130 { #expect(result.messages.contains("run the same command to go on")) }
    #expect(try Program.run(ingest(into: "interrupted"), in: folder.url).status == 0)
    #expect(
      try content(of: "interrupted").split(separator: "\n").count { $0.hasPrefix("{\"kind\":\"document\"") } == 160)
  }

  private func originals(of archive: String) throws -> [String] {
    let folder = folder.url.appending(path: archive).appending(path: "originals")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".incoming") }.sorted()
  }

  @Test func `told to stop, a command takes its unfinished file away`() throws {
    // Hundreds of megabytes, so that there is time for the signal.
    let out = try TemporaryFolder()
    try folder.write("", to: "err")
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["model", "arpa", "--output", out.path + "/model.arpa"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: folder.url.appending(path: "err"))
    try process.run()
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: out.path) }
    while process.isRunning, try names().isEmpty { Thread.sleep(forTimeInterval: 0.002) }
    process.terminate()
    process.waitUntilExit()
    let messages = try String(contentsOf: folder.url.appending(path: "err"), encoding: .utf8)
    #expect(process.terminationReason == .exit && process.terminationStatus == 130, "\(messages)")
    #expect(messages.contains("interrupted"))
    #expect(try names() == [])
  }
}
