namespace Pipeline.Training.Ranking;

/// <summary>How the encoder is trained. Chosen on conversations of the training files that were kept apart (docs/ranking.md).</summary>
/// <param name="Width">How many numbers a vector has.</param>
/// <param name="Epochs">How often each place is seen.</param>
/// <param name="Batch">How many places are learned from at once; each one's reply is a wrong one for the others.</param>
/// <param name="Negatives">How many other replies of the corpus are drawn for a batch.</param>
/// <param name="Rate">The rate of AdaGrad at first; it falls to a twentieth.</param>
/// <param name="Start">How far from 0 vectors begin.</param>
/// <param name="Dropout">The share of features left out at random.</param>
/// <param name="Features">How many features are known, the commonest.</param>
/// <param name="Seed">The seed.</param>
internal sealed record EncoderOptions(
    int Width = 64,
    int Epochs = 5,
    int Batch = 32,
    int Negatives = 160,
    float Rate = 0.04f,
    float Start = 0.05f,
    float Dropout = 0.2f,
    int Features = 70_000,
    int Seed = 1)
{
    /// <summary>A feature of fewer texts only tells which texts they are.</summary>
    public const int LeastTexts = 3;

    /// <summary>How many features of replies are known; there are fewer different ones than of conversations.</summary>
    public int ReplyFeatures => Features * 2 / 7;

    /// <summary>How many features of conversations are known.</summary>
    public int ContextFeatures => Features - ReplyFeatures;
}
