namespace Pipeline.Training.Learning;

/// <summary>How a linear model is trained.</summary>
/// <param name="Epochs">How often all examples are seen.</param>
/// <param name="Rate">The step of AdaGrad.</param>
/// <param name="Decay">How much weights shrink, for each example that touches them.</param>
/// <param name="Dropout">The share of features that each look at an example leaves out, so that no feature is relied on alone.</param>
/// <param name="Seed">Orders the examples.</param>
public sealed record LinearOptions(int Epochs = 12, float Rate = 0.1f, float Decay = 1e-5f, float Dropout = 0, int Seed = 1);
