using System.CommandLine;
using System.Globalization;
using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;
using Spectre.Console;

namespace Pipeline.Training.Evaluation;

/// <summary><c>explain</c>: what the product says of one message, and the words that carried it.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Text = new("text") { Description = "A message of a customer." };
    private static readonly Option<string?> Language = new("--language") { Description = "The language hint (fr, en)." };
    private static readonly Option<FileInfo?> Model = new("--model") { Description = "A model file; by default the one of the program." };

    public static Command Create()
    {
        var command = new Command("explain", "Says what the product makes of a message, and why.") { Text, Language, Model };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var analyzer = parsed.GetValue(Model) is { } file ? CareAnalyzer.FromFile(file.FullName) : new();
        var masked = new PersonalDataMasker().Mask(InputHygiene.Clean(parsed.GetRequiredValue(Text)));
        var analysis = analyzer.Analyze(masked.Text, parsed.GetValue(Language));
        var table = new Table().Title(Markup.Escape(analysis.Scorer)).Border(TableBorder.Minimal).HideHeaders();
        table.AddColumns("what", "said");
        table.AddRow("text", Markup.Escape(masked.Text));
        table.AddRow("language", $"{analysis.Language} {Number(analysis.LanguageConfidence)}");
        table.AddRow("sentiment", $"{analysis.Sentiment}, valence {Number(analysis.Valence)}");
        table.AddRow("emotions", string.Join(", ", analysis.Emotions.Select(Emotion)));
        table.AddRow("intensity", analysis.Intensity.ToString(CultureInfo.InvariantCulture));
        table.AddRow("aggression", Number(analysis.Aggression));
        table.AddRow("intent", analysis.Intent ?? "–");
        table.AddRow("signals", string.Join(", ", analysis.Signals));
        table.AddRow("because of", Markup.Escape(string.Join(", ", analysis.Evidence.Select(Evidence))));
        AnsiConsole.Write(table);
        return 0;
    }

    private static string Emotion(EmotionScore score) => $"{score.Emotion} {Number(score.Probability)}";

    private static string Evidence(TextEvidence evidence) => $"\"{evidence.Text}\" {Number(evidence.Weight)}";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
