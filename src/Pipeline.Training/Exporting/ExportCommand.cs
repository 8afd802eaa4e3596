using System.CommandLine;
using System.Globalization;
using Pipeline.Training.Api;

namespace Pipeline.Training.Exporting;

/// <summary>The command <c>export</c>: writes transcripts of a running host to a file, and goes on where an earlier run stopped.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = $"A running host, such as http://127.0.0.1:7071, or its API's folder. An access key (quality or administrator) comes from the "
            + $"variable {ApiClient.KeyVariable}; each part is audited.",
        Required = true,
    };

    private static readonly Option<string> Format = new("--format") { Description = "csv or ndjson.", DefaultValueFactory = _ => "csv" };

    private static readonly Option<string> Rows = new("--rows")
    {
        Description = "A row for each of: conversations or messages.",
        DefaultValueFactory = _ => "conversations",
    };

    private static readonly Option<string?> Query = new("--query")
    {
        Description = "Which conversations, as in the address of GET /api/transcripts: \"from=2026-01-01&brand=boreal\".",
    };

    private static readonly Option<bool> ByteOrderMark = new("--bom") { Description = "Begin a CSV file with a byte order mark, for Excel." };

    private static readonly Option<FileInfo> Out = new("--out")
    {
        Description = "The file. One that is there is gone on with behind its last row; give the same --query.",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("csv", "ndjson");
        Rows.AcceptOnlyFromAmong("conversations", "messages");
        var command = new Command("export", "Writes transcripts to a file for spreadsheets and notebooks (docs/export.md).")
        {
            To, Format, Rows, Query, ByteOrderMark, Out,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (ApiAddress.Of(parsed.GetRequiredValue(To)) is not { } api)
        {
            throw new InvalidDataException("--to takes an address such as http://127.0.0.1:7071.");
        }

        var (format, bom) = (parsed.GetRequiredValue(Format), parsed.GetValue(ByteOrderMark));
        var query = $"format={format}&rows={parsed.GetRequiredValue(Rows)}{(bom ? "&bom=true" : "")}"
            + (parsed.GetValue(Query)?.TrimStart('?', '&') is { Length: > 0 } more ? "&" + more : "");
        using var file = ExportFile.Open(parsed.GetRequiredValue(Out).FullName, format == "csv");
        if (file.Last is not null)
        {
            Console.WriteLine("Going on behind the last row of the file.");
        }

        var key = Environment.GetEnvironmentVariable(ApiClient.KeyVariable);
        using var connections = new SocketsHttpHandler { UseProxy = !api.IsLoopback };
        using var http = new HttpClient(connections) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            await new ExportRun(http, api, string.IsNullOrEmpty(key) ? null : key, TimeProvider.System)
                .RunAsync(query, file, _ => { }, cancellationToken);
        }
        catch (ApiException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} What came is in the file: run the command again to go on.");
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Rows} rows written to {parsed.GetRequiredValue(Out).Name}."));
        return 0;
    }
}
