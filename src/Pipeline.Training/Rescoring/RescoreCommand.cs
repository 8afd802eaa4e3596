using System.CommandLine;
using System.Globalization;
using Pipeline.Sqlite;
using Pipeline.Training.Api;
using Pipeline.Transcripts;
using Spectre.Console;

namespace Pipeline.Training.Rescoring;

/// <summary>
/// The command <c>rescore</c>: runs a scorer over stored conversations and says exactly what it would have said otherwise. It changes nothing: a
/// stored score is what people saw and what decisions were made on.
/// </summary>
internal static class RescoreCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("rescore", "Scores stored conversations again and says what would change. Changes nothing.")
        {
            RescoreOptions.To, RescoreOptions.Data, RescoreOptions.Model, RescoreOptions.Since, RescoreOptions.Until, RescoreOptions.Brand,
            RescoreOptions.Tolerance, RescoreOptions.Out, RescoreOptions.Resume, RescoreOptions.ShowText, RescoreOptions.Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(RescoreOptions.To) is null == result.GetResult(RescoreOptions.Data) is null)
            {
                result.AddError("rescore reads from either --to or --data.");
            }
            else if (result.GetResult(RescoreOptions.Resume) is not null && result.GetResult(RescoreOptions.Out) is null)
            {
                result.AddError("--resume needs --out.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var candidate = Candidate.Of(parsed.GetValue(RescoreOptions.Model));
            if (parsed.GetValue(RescoreOptions.Data) is { } folder)
            {
                if (!File.Exists(Path.Combine(folder.FullName, "tables.db")))
                {
                    throw new InvalidDataException($"{folder.FullName} is no data folder of a local host: it holds no tables.db.");
                }

                using var held = DataFolder.Open(folder.FullName);
                await using var tables = new SqliteTables(held);
                await RunAsync(parsed, candidate, new TablesConversations(new TranscriptReader(tables)), cancellationToken);
                return 0;
            }

            if (ApiAddress.Of(parsed.GetRequiredValue(RescoreOptions.To)!) is not { } api)
            {
                throw new InvalidDataException("--to takes an address such as http://127.0.0.1:7071.");
            }

            var key = Environment.GetEnvironmentVariable(ApiClient.KeyVariable);
            using var connections = new SocketsHttpHandler { UseProxy = !api.IsLoopback };
            using var http = new HttpClient(connections);
            var client = new ApiClient(http, api, string.IsNullOrEmpty(key) ? null : key);
            await RunAsync(parsed, candidate, new HostConversations(client, TimeProvider.System), cancellationToken);
            return 0;
        }
        catch (DataFolderException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} A host that runs is asked by --to.");
            return TrainingCommand.Refused;
        }
        catch (ApiException exception)
        {
            var wayOn = parsed.GetValue(RescoreOptions.Out) is null ? "" : " What was done is in the file of --out: go on with --resume.";
            await Console.Error.WriteLineAsync(exception.Message + wayOn);
            return 1;
        }
    }

    private static async Task RunAsync(
        ParseResult parsed, Candidate candidate, IStoredConversations stored, CancellationToken cancellationToken)
    {
        using var file = FileOf(parsed, candidate);
        var tally = file?.Tally ?? new(RescoreOptions.Asked(parsed, candidate, null));
        Action<RescoreLine> write = file is null ? tally.Add : file.Write;
        var run = new RescoreRun(stored, candidate, tally.Asked);
        List<DateOnly> days = [.. RescoreRun.Days(tally.Asked).Where(day => tally.LastDay is not { } last || day < last)];
        await RescoreScreen.ProgressAsync(AnsiConsole.Console, days.Count, async progress =>
        {
            foreach (var day in days)
            {
                await foreach (var line in run.DayAsync(day, cancellationToken))
                {
                    write(line);
                    progress(line);
                }

                file?.Flush();
            }
        });
        RescoreScreen.Show(AnsiConsole.Console, tally);
        if (parsed.GetValue(RescoreOptions.Json))
        {
            Console.WriteLine(RescoreReport.Write(tally));
        }
    }

    private static RescoreFile? FileOf(ParseResult parsed, Candidate candidate)
    {
        if (parsed.GetValue(RescoreOptions.Out) is not { } path)
        {
            return null;
        }

        if (!parsed.GetValue(RescoreOptions.Resume))
        {
            return RescoreFile.Create(path.FullName, RescoreOptions.Asked(parsed, candidate, null));
        }

        var file = RescoreFile.Resume(path.FullName);
        var begun = file.Tally.Asked;
        if (RescoreOptions.Asked(parsed, candidate, begun) == begun)
        {
            return file;
        }

        file.Dispose();
        throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"{path.Name} was begun with {begun.Scorer} ({begun.Fingerprint}), {begun.Since:yyyy-MM-dd} to {begun.Until:yyyy-MM-dd}, brand "
            + $"{begun.Brand ?? "any"}, tolerance {begun.Tolerance}: go on with the same model, and leave the other options out."));
    }
}
