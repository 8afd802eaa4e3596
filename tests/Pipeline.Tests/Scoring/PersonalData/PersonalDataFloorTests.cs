using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;

namespace Pipeline.Tests.Scoring.PersonalData;

/// <summary>
/// How much of what the files mark is found, and how much of what is found is marked, look-alikes among them. Below these floors masking has become
/// worse; they are the aims, not what is reached.
/// </summary>
public sealed class PersonalDataFloorTests
{
    private const double Precision = 0.97;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Enough_is_found_and_little_else(string language)
    {
        var tally = new EntityTally();
        foreach (var row in CorpusFile.Read(Path.Combine(AppContext.BaseDirectory, "Data", $"personal-data.{language}.jsonl")))
        {
            tally.Add(row);
        }

        Assert.All(tally.Kinds, kind =>
        {
            Assert.True(kind.Value.Precision >= Precision, $"{kind.Key}: precision {kind.Value.Precision}");
            Assert.True(kind.Value.Recall >= Floor(kind.Key), $"{kind.Key}: recall {kind.Value.Recall}");
        });
    }

    private static double Floor(string kind) => kind switch
    {
        "card" or "iban" or "nir" or "siret" or "ni_number" => 0.98,
        "phone" or "email" => 0.95,
        _ => 0.85,
    };
}
