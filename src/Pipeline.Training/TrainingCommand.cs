using System.CommandLine;
using Pipeline.Replay;
using Pipeline.Training.Access;
using Pipeline.Training.BackTesting;
using Pipeline.Training.Corpus;
using Pipeline.Training.Corrections;
using Pipeline.Training.Cost;
using Pipeline.Training.DeadLetters;
using Pipeline.Training.Evaluation;
using Pipeline.Training.Exporting;
using Pipeline.Training.Journeys;
using Pipeline.Training.Learning;
using Pipeline.Training.PublicData;
using Pipeline.Training.Queueing;
using Pipeline.Training.Reindexing;
using Pipeline.Training.Replay;
using Pipeline.Training.Rescoring;
using Spectre.Console;

namespace Pipeline.Training;

/// <summary>The command line of the tool.</summary>
public static class TrainingCommand
{
    /// <summary>The exit code when the command line, a file or a secret is not right.</summary>
    public const int Refused = 2;

    /// <summary>Runs the command; wrong usage is one line on the error output.</summary>
    /// <returns>0 when all went well, 1 when the host refused or failed, 2 when there was nothing to start with.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tools around the conversation pipeline.")
        {
            ReplayCommand.Create(), DeadLettersCommand.Create(), KeyCommand.Create(), TrainCommand.Create(),
            EvaluateCommand.Create(), ExplainCommand.Create(), RescoreCommand.Create(), JourneyCommand.Create(),
            PublicCommand.Create(), CostCommand.Create(), GlanceCommand.Create(),
            BackTestCommand.Create(), SimulateCommand.Create(), ReindexCommand.Create(), ExportCommand.Create(),
            CorrectionsCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} See --help.");
            return Refused;
        }

        // By itself it keeps for good whatever the output was when it was first asked.
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is ConversationFileException or CorpusFileException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before the end.");
            return 1;
        }
    }
}
