using System.CommandLine;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;
using Pipeline.Transcripts.Journey;
using Spectre.Console;

namespace Pipeline.Training.Journeys;

/// <summary><c>journey</c>: measures what the product sees of the emotional journey of labelled conversations.</summary>
internal static class JourneyCommand
{
    private static readonly Argument<FileInfo[]> Files = new("files")
    {
        Description = "JSON Lines of labelled conversations (Data/README.md), gzipped or not.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };
    private static readonly Option<bool> Wrong = new("--wrong") { Description = "Lists the conversations where trigger or repair are elsewhere." };
    private static readonly Option<bool> HeldBack = new("--held-back") { Description = "Only the third that the rules were not made on." };
    private static readonly Option<FileInfo?> Model = new("--model") { Description = "A model file; by default the one of the program." };
    private static readonly Option<bool> Fit = new("--fit")
    {
        Description = "Fits the weights of the trigger on what is not held back, and prints them.",
    };

    public static Command Create()
    {
        var command = new Command("journey", "Measures trigger, repair and arc of labelled conversations.") { Files, Json, Wrong, HeldBack, Model, Fit };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        LabelledConversation[] conversations =
        [
            .. parsed.GetRequiredValue(Files).SelectMany(file => LabelledConversation.Read(file.FullName))
                .Where(conversation => !parsed.GetValue(HeldBack) || conversation.IsHeldBack),
        ];
        if (conversations.Length == 0)
        {
            throw new CorpusFileException("There are no conversations.");
        }

        var console = AnsiConsole.Console;
        var walk = new JourneyWalk(parsed.GetValue(Model) is { } model ? CareAnalyzer.FromFile(model.FullName) : new());
        if (parsed.GetValue(Fit))
        {
            JourneyScreen.Show(console, DispleasureScale.Names,
                JourneyFit.Fit([.. conversations.Where(conversation => !conversation.IsHeldBack)], walk));
        }

        JudgedJourney[] judged = [.. conversations.Select(conversation => new JudgedJourney(conversation, walk.Take(conversation).States[^1].Journey))];
        JourneyScreen.Show(console, judged);
        if (parsed.GetValue(Wrong))
        {
            JourneyScreen.ShowWrong(console, judged);
        }

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JourneyJson.Write(judged));
        }

        return 0;
    }
}
