/// Checks the arithmetic that a document implies. It reports, it never corrects.
///
/// | relation | sentence |
/// |---|---|
/// | difference | `110 năm ngày sinh ... (04/11/1909 - 04/11/2019)`; `12.537 hồ sơ, đã giải quyết 11.951 hồ sơ, còn 586 hồ sơ`; `529 thôn thành 242 thôn, giảm 287 thôn` |
/// | sum | `35 giải (01 giải nhất, 03 giải nhì, ...)`; `948,3 tỷ đồng, trong đó ... 722,3 tỷ đồng; ... 226 tỷ đồng`; `gồm:` with a list; shares that make 100 % |
/// | ratio | `11.841 hồ sơ (đạt 99,08%)` of `11.951 hồ sơ`; `18/20 (90%)`; `giảm 2 vụ (-6,5%)` beside `29 vụ` |
///
/// A printed number stands for all that round to it, so a relation holds when the difference is within half a unit of
/// the last printed place of each number; whole numbers without a scale are exact. Words such as `trong đó` do not say
/// that the parts are all: there a sum that fails is reported only when it fails narrowly, as a slip does.
struct Auditor: Sendable {
  func read(_ context: ReadingContext) -> [Candidate] {
    var audit = Audit(context)
    audit.run()
    return audit.found
  }
}
