import Foundation

/// Fits the weights of ``ConfidenceModel``.
///
/// Iteratively reweighted least squares with a small ridge (T. Hastie, R. Tibshirani, J. Friedman, *The elements of
/// statistical learning*, 2009, section 4.4.1); the features are brought to one scale first, so that the ridge treats
/// them alike, and back afterwards.
struct LogisticRegression {
  struct Sample {
    var features: ConfidenceFeatures
    var isRight: Bool
    var weight: Double
  }

  /// The penalty of the squared weights.
  var ridge = 1.0
  /// Steps at most; it settles after about ten.
  var steps = 50

  /// - Returns: nil when all samples are right or all are wrong.
  /// - Complexity: O(*n*) a step.
  func fit(_ samples: [Sample]) -> ConfidenceModel? {
    guard samples.contains(where: \.isRight), samples.contains(where: { !$0.isRight }) else { return nil }
    let width = ConfidenceFeatures.names.count
    let total = samples.reduce(0) { $0 + $1.weight }
    func moment(_ value: (Int) -> Double) -> [Double] { (0..<width).map(value) }
    let mean = moment { at in
      at == 0 ? 0 : samples.reduce(0) { $0 + $1.weight * Double($1.features.values[at]) } / total
    }
    let scale = moment { at in
      guard at > 0 else { return 1 }
      let variance = samples.reduce(0) { $0 + $1.weight * pow(Double($1.features.values[at]) - mean[at], 2) } / total
      return max(1e-6, variance.squareRoot())
    }
    var weights = [Double](repeating: 0, count: width)
    var x = [Double](repeating: 0, count: width)
    for _ in 0..<steps {
      // Of the penalised log likelihood: the gradient, and the negative of its second derivative.
      var gradient = [Double](repeating: 0, count: width)
      var curvature = [Double](repeating: 0, count: width * width)
      for sample in samples {
        for at in 0..<width { x[at] = (Double(sample.features.values[at]) - mean[at]) / scale[at] }
        let p = 1 / (1 + exp(-zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }))
        let error = sample.weight * ((sample.isRight ? 1 : 0) - p)
        let spread = sample.weight * p * (1 - p)
        for row in 0..<width {
          gradient[row] += error * x[row]
          for column in 0...row { curvature[row * width + column] += spread * x[row] * x[column] }
        }
      }
      for at in 0..<width {
        let penalty = at == 0 ? 1e-9 : ridge
        gradient[at] -= penalty * weights[at]
        curvature[at * width + at] += penalty
      }
      let step = Self.solve(curvature, gradient)
      for at in 0..<width { weights[at] += step[at] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    var result = SIMD16<Float>()
    var bias = weights[0]
    for at in 1..<width {
      result[at] = Float(weights[at] / scale[at])
      bias -= weights[at] * mean[at] / scale[at]
    }
    result[0] = Float(bias)
    return ConfidenceModel(weights: result)
  }

  /// Solves *A x = b* for a positive definite *A*, of which the lower triangle is given, by Cholesky's decomposition.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let n = right.count
    var lower = matrix
    var x = right
    for row in 0..<n {
      for column in 0...row {
        var sum = lower[row * n + column]
        for at in 0..<column { sum -= lower[row * n + at] * lower[column * n + at] }
        lower[row * n + column] = row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column * n + column]
      }
    }
    for row in 0..<n {
      for at in 0..<row { x[row] -= lower[row * n + at] * x[at] }
      x[row] /= lower[row * n + row]
    }
    for row in (0..<n).reversed() {
      for at in (row + 1)..<max(n, row + 1) { x[row] -= lower[at * n + row] * x[at] }
      x[row] /= lower[row * n + row]
    }
    return x
  }
}
