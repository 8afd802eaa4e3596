using Pipeline.Capture;
using Pipeline.Local.Accounts;
using Pipeline.Local.Settings;

namespace Pipeline.Local.Startup;

/// <summary>What the host says when it has started: where it listens, where its data is, how to send the first webhook.</summary>
public static class StartReport
{
    /// <summary>The address of an account's webhook.</summary>
    public static Uri WebhookAddress(Uri host, HostSettings settings, PlatformAccount account)
    {
        var prefix = settings.RoutePrefix.Length == 0 ? "" : $"/{settings.RoutePrefix}";
        return new Uri(host, $"{prefix}/webhooks/{Uri.EscapeDataString(account.Platform)}/{Uri.EscapeDataString(account.Account)}");
    }

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, Uri host, HostSettings settings, string dataFolder, PlatformOptions platforms)
    {
        output.WriteLine($"Listening on {host.GetLeftPart(UriPartial.Authority)} (Ctrl-C stops). Live page: {host}");
        output.WriteLine($"Data: {dataFolder}");
        foreach (var account in platforms.Accounts)
        {
            output.WriteLine($"Webhook: POST {WebhookAddress(host, settings, account)}");
        }

        var secretFile = GenericAccount.SecretFile(dataFolder);
        if (GenericAccount.Find(platforms) is not null && File.Exists(secretFile))
        {
            output.WriteLine($"  signed as Standard Webhooks says, with the secret in {secretFile}");
            output.WriteLine($"  a first one: PIPELINE_WEBHOOK_SECRET=\"$(cat '{secretFile}')\" \\");
            output.WriteLine("    dotnet run --project src/Pipeline.Training -- \\");
            output.WriteLine($"    replay tests/Data/conversations.en.jsonl --limit 1 --to {host.GetLeftPart(UriPartial.Authority)}");
        }
    }

    /// <summary>Writes what was found damaged, so that nobody overlooks it.</summary>
    public static void WriteDamage(TextWriter output, IEnumerable<string> reports)
    {
        foreach (var report in reports)
        {
            output.WriteLine($"Warning: {report} See docs/operations.md.");
        }
    }

    /// <summary>Writes who may ask.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="keys">How many access keys are configured.</param>
    public static void WriteAccess(TextWriter output, int keys) => output.WriteLine(keys == 0
        ? "Access: no keys are configured, so only this machine is answered."
        : $"Access: by key ({keys} configured).");
}
