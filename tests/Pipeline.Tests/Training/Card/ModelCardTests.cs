using System.Globalization;
using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Card;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;

namespace Pipeline.Tests.Training.Card;

/// <summary>The figures of docs/models.md are those of the model that is shipped, and of the corpus that is here.</summary>
public sealed class ModelCardTests
{
    // Another processor adds up in another order, which may turn a message or two of the six hundred.
    private const double Chance = 0.005;

    private static readonly string Root = FindRoot();

    private static readonly string[] Figures = FiguresOf(Path.Combine(Root, "docs", "models.md"));

    private static readonly IReadOnlyList<CorpusRow> Corpus = CorpusFile.ReadFolder(Path.Combine(Root, "src", "Pipeline.Training", "Data"));

    [Fact]
    public void The_card_names_the_version_and_the_fingerprint_of_the_shipped_model() => Assert.StartsWith(
        $"Model `{new CareAnalyzer().Scorer}`, fingerprint `{ModelFingerprint.OfShipped()}`", Figures[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_card_counts_the_messages_of_the_corpus(string language)
    {
        List<CorpusRow> rows = [.. Corpus.Where(row => row.Language == language)];
        var start = string.Create(CultureInfo.InvariantCulture, $"| all | {language} | {rows.Count:N0} | {rows.Count(HeldOut.Contains):N0} |");
        Assert.Contains(Figures, line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_figures_of_the_held_out_messages_are_those_of_the_shipped_model(string language)
    {
        List<CorpusRow> rows = [.. Corpus.Where(row => row.Language == language && HeldOut.Contains(row))];
        var measured = Measurement.Of(ProductAnswers.Of(new CareAnalyzer(), rows));

        var line = Figures.SkipWhile(line => line != "### Held-out tenth").First(line => line.Contains($"| {language} |", StringComparison.Ordinal));
        var cells = line.Split('|', StringSplitOptions.TrimEntries);

        Assert.Equal(rows.Count.ToString("N0", CultureInfo.InvariantCulture), cells[1]);
        Assert.Equal(measured.Sentiment!.Accuracy, Number(cells[3].Split(" / ")[0]), Chance);
        Assert.Equal(measured.Emotion!.Accuracy, Number(cells[4].Split(" / ")[0]), Chance);
        Assert.Equal(measured.Intent!.Accuracy, Number(cells[9]), Chance);
    }

    [Fact]
    public void A_table_holds_what_was_measured()
    {
        CorpusRow row = new() { Text = "merci", Language = "fr", Hand = "fr1", Sentiment = "positive", Emotions = ["gratitude"] };
        var right = new Prediction(Sentiment.Positive, Emotion.Gratitude, 1, 1, false, false, null);
        (CorpusRow, Prediction)[] said =
        [
            (row, right), (row, right), (row, right), (row, right with { Sentiment = Sentiment.Neutral, Emotion = Emotion.Joy }),
        ];
        var card = ModelCard.Write(new("care/9", "00ff", 1234, [row, row], 7, said, 3, said, [new(1000, said)]));

        Assert.Contains("Model `care/9`, fingerprint `00ff` (SHA-256 of its file, first 16 digits), 1,234 bytes.\n", card, StringComparison.Ordinal);
        Assert.Contains("\n| 4 | fr1 | .750 / .857 | .750 / .857 | .250 |", card, StringComparison.Ordinal);
        Assert.Contains("\n| 1,000 | .750, .750, – | –, –, – |\n", card, StringComparison.Ordinal);
        Assert.Contains("\n| **positive** | 1 | 3 | 0 | 0 |\n", card, StringComparison.Ordinal);
        Assert.Contains("\n| emotion | gratitude | .857 | – | .857 | – |\n", card, StringComparison.Ordinal);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string[] FiguresOf(string file)
    {
        var text = File.ReadAllText(file);
        var begin = text.IndexOf(CardFile.Begin, StringComparison.Ordinal) + CardFile.Begin.Length;
        return text[begin..text.IndexOf(CardFile.End, StringComparison.Ordinal)].Trim().Split('\n');
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Pipeline.sln above {AppContext.BaseDirectory}.");
    }
}
