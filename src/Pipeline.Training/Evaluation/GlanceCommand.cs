using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;
using Spectre.Console;

namespace Pipeline.Training.Evaluation;

/// <summary><c>glance</c>: the sentiment of every message of an archive, some hundred thousand a second; says how they are shared out.</summary>
internal static class GlanceCommand
{
    private const double Percent = 100;

    private static readonly Argument<FileInfo> Archive = new("file") { Description = "JSON Lines with a field text, gzipped or not." };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Writes the sentiment of each line here, one a line." };

    public static Command Create()
    {
        var command = new Command("glance", "Tells the sentiment of the messages of an archive, fast and roughly.") { Archive, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var file = parsed.GetRequiredValue(Archive);
        if (!file.Exists)
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        using var writer = parsed.GetValue(Out) is { } target ? new StreamWriter(target.Create()) : null;
        var analyzer = new GlanceAnalyzer();
        var counts = new long[Enum.GetValues<Sentiment>().Length];
        foreach (var (number, line) in JsonLines.Read(file.FullName))
        {
            var sentiment = analyzer.Read(TextOf(file, number, line));
            counts[(int)sentiment]++;
            writer?.WriteLine(sentiment.ToString().ToLowerInvariant());
        }

        Show(analyzer.Scorer, counts);
        return 0;
    }

    private static string TextOf(FileInfo file, int number, string line)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            return row.RootElement.GetProperty("text").GetString() ?? "";
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CorpusFileException($"{file}, line {number}: it has no text field, or is no JSON object.", problem);
        }
    }

    private static void Show(string scorer, long[] counts)
    {
        var all = Math.Max(1, counts.Sum());
        var table = new Table().Title(scorer).Border(TableBorder.Minimal).AddColumns("sentiment", "messages", "share");
        foreach (var sentiment in Enum.GetValues<Sentiment>())
        {
            var count = counts[(int)sentiment];
            table.AddRow(
                sentiment.ToString().ToLowerInvariant(), count.ToString("N0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{Percent * count / all:F1} %"));
        }

        AnsiConsole.Write(table);
    }
}
