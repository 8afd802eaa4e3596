namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>The workflow of continuous integration may read and nothing else, and runs no code that others can exchange.</summary>
internal static class WorkflowCheck
{
    private const string Uses = "uses:";
    private const int ShaLength = 40;

    public static IEnumerable<string> Find(string workflow)
    {
        var lines = workflow.Split('\n');
        foreach (var line in lines.Select(line => line.TrimStart(' ', '-')).Where(line => line.StartsWith(Uses, StringComparison.Ordinal)))
        {
            var parts = line[Uses.Length..].Trim().Split(' ', 2);
            var sha = parts[0].Split('@')[^1];
            if (sha.Length != ShaLength || !sha.All(char.IsAsciiHexDigitLower))
            {
                yield return $"{parts[0]} is not pinned to a commit.";
            }
            else if (parts.Length < 2 || !parts[1].StartsWith("# v", StringComparison.Ordinal))
            {
                yield return $"{parts[0]} does not say its version.";
            }
        }

        var permissions = lines.SkipWhile(line => line != "permissions:").Skip(1).TakeWhile(line => line.StartsWith(' ')).ToList();
        if (!permissions.SequenceEqual(["  contents: read"]))
        {
            yield return "The permissions at the top are not `contents: read` alone.";
        }

        foreach (var line in lines.Where(line => line.Contains(": write", StringComparison.Ordinal) || line.Contains("write-all", StringComparison.Ordinal)))
        {
            yield return $"Something may write: {line.Trim()}.";
        }

        if (workflow.Contains("pull_request_target", StringComparison.Ordinal))
        {
            yield return "pull_request_target runs the code of strangers with our rights.";
        }

        if (workflow.Split("runs-on:").Length != workflow.Split("timeout-minutes:").Length)
        {
            yield return "A job has no timeout-minutes.";
        }

        if (workflow.Split("actions/checkout@").Length != workflow.Split("persist-credentials: false").Length)
        {
            yield return "A checkout leaves its credentials behind.";
        }
    }
}
