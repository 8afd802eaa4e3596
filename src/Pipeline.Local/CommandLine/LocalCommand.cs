using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pipeline.Local.Startup;

namespace Pipeline.Local.CommandLine;

/// <summary>The command line of the local host.</summary>
public static class LocalCommand
{
    /// <summary>The exit code when the host cannot start as asked.</summary>
    public const int Refused = 2;

    private const double SlowestSpeed = 0.1;
    private const double HighestSpeed = 1000;

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Play the bundled conversations through the webhook, again and again.",
    };

    private static readonly Option<double> Speed = new("--speed")
    {
        Description = "How many times faster than recorded the demo plays; 1 is as recorded.",
        DefaultValueFactory = _ => 10,
        CustomParser = ParseSpeed,
        HelpName = "times",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The folder for all data. Default: 'pipeline' in your folder for application data; for the demo, 'demo' in it.",
        HelpName = "dir",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen, with semicolons between. Other machines can be let in once access keys are configured.",
        DefaultValueFactory = _ => ListenAddresses.Default,
    };

    private static readonly Option<Uri?> Platform = new("--platform")
    {
        Description = "A platform behind the account generic/demo, such as the simulator of 'replay --chaos': its history is read from "
            + "/history there, and callbacks go to /callbacks.",
        CustomParser = ParseAddress,
        HelpName = "url",
    };

    /// <summary>Runs the host until it is stopped; what keeps it from starting is one line on the error output.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("The conversation pipeline on one machine: webhooks in; feelings, suggestions, routing, transcripts out.")
        {
            Demo, Speed, Data, Urls, Platform,
        };
        root.SetAction((parsed, cancellationToken) => LocalHost.RunAsync(Read(parsed), cancellationToken));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} See --help.");
            return Refused;
        }

        try
        {
            // Ctrl-C and SIGTERM are the host's own: it drains before it stops.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (StartRefusedException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Refused;
        }
    }

    private static double ParseSpeed(ArgumentResult argument)
    {
        if (!double.TryParse(argument.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed)
            || speed is not (>= SlowestSpeed and <= HighestSpeed))
        {
            argument.AddError(FormattableString.Invariant($"--speed takes a number from {SlowestSpeed} to {HighestSpeed}."));
        }

        return speed;
    }

    private static Uri? ParseAddress(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.Query.Length == 0)
        {
            return address;
        }

        argument.AddError("--platform takes an address such as http://127.0.0.1:7072.");
        return null;
    }

    private static LocalOptions Read(ParseResult parsed) => new(
        parsed.GetValue(Demo),
        parsed.GetValue(Speed),
        parsed.GetValue(Data),
        ListenAddresses.Parse(parsed.GetRequiredValue(Urls), LocalAccess.HasKeys(LocalAccess.Environment())))
    {
        Platform = parsed.GetValue(Platform),
    };
}
