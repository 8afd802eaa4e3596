namespace Pipeline.Training.Learning;

/// <summary>How a network is trained.</summary>
/// <param name="Epochs">How often all examples are seen.</param>
/// <param name="Hidden">The units of the hidden layer: a multiple of 16.</param>
/// <param name="HiddenRate">The step of AdaGrad for the hidden layer.</param>
/// <param name="DirectRate">The step of AdaGrad for the direct weights.</param>
/// <param name="Dropout">The share of features that each look at an example leaves out, so that no feature is relied on alone.</param>
/// <param name="HiddenDropout">The share of hidden units left out.</param>
/// <param name="Start">The hidden weights begin at random between minus this and this.</param>
/// <param name="Seed">Orders the examples and chooses what is left out.</param>
public sealed record NetworkOptions(
    int Epochs = 10,
    int Hidden = 64,
    float HiddenRate = 0.05f,
    float DirectRate = 0.05f,
    float Dropout = 0.3f,
    float HiddenDropout = 0.2f,
    float Start = 0.1f,
    int Seed = 1);
