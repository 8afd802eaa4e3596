using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Scorecards;

/// <summary>Plants the scorecards that come with the program, where there are none of their ids.</summary>
public sealed class ScorecardSeed(ScorecardStore store) : ISeed
{
    private const string FileName = "scorecards.json";

    /// <inheritdoc/>
    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        foreach (var card in Read())
        {
            await store.PlantAsync(card, cancellationToken);
        }
    }

    /// <summary>The scorecards that come with the program.</summary>
    public static IReadOnlyList<Scorecard> Read()
    {
        using var stream = typeof(ScorecardSeed).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"The program was built without {FileName}.");
        return JsonSerializer.Deserialize(stream, ReviewJson.Default.IReadOnlyListScorecard)!;
    }
}
