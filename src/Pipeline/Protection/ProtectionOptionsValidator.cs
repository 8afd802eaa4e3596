using Microsoft.Extensions.Options;

namespace Pipeline.Protection;

/// <summary>Checks the settings of data protection at start; each sentence names the setting.</summary>
public sealed class ProtectionOptionsValidator : IValidateOptions<ProtectionOptions>
{
    private const int KeyBytes = 32;

    private static readonly TimeSpan LeastSettle = TimeSpan.FromSeconds(75);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ProtectionOptions options)
    {
        List<string> problems = [];
        if (options.Settle < LeastSettle || options.Settle < options.RefreshAfter + TimeSpan.FromMinutes(1) || options.Settle > TimeSpan.FromDays(1))
        {
            problems.Add("Protection:Settle must be 75 seconds to one day, and a minute longer than Protection:RefreshAfter.");
        }

        Days(problems, "Protection:RefuseDays", options.RefuseDays);
        if (options.RefreshAfter < TimeSpan.Zero)
        {
            problems.Add("Protection:RefreshAfter must not be negative.");
        }

        for (var index = 0; index < options.Retention.Count; index++)
        {
            Rule(problems, $"Protection:Retention:{index}", options.Retention[index], options.Retention.Take(index));
        }

        Vault(problems, options.Vault);
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static void Rule(List<string> problems, string place, RetentionRule rule, IEnumerable<RetentionRule> before)
    {
        if (before.Any(other => string.Equals(other.Brand, rule.Brand, StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add($"{place}:Brand stands in an earlier rule already.");
        }

        foreach (var (kind, days) in Kinds(rule))
        {
            Days(problems, $"{place}:{kind}", days ?? 1);
            if (kind is not (nameof(rule.Messages) or nameof(rule.Audit)) && days > rule.Messages)
            {
                problems.Add($"{place}:{kind} must not be more than {place}:Messages: it goes with the conversation at the latest.");
            }
        }

        if (rule.Audit is not null && rule.Brand.Length > 0)
        {
            problems.Add($"{place}:Audit can only be set in the rule for all brands, which has no Brand.");
        }
    }

    private static (string Kind, int? Days)[] Kinds(RetentionRule rule) =>
    [
        (nameof(rule.Messages), rule.Messages), (nameof(rule.Index), rule.Index), (nameof(rule.Scores), rule.Scores),
        (nameof(rule.Suggestions), rule.Suggestions), (nameof(rule.Decisions), rule.Decisions), (nameof(rule.Audit), rule.Audit),
        (nameof(rule.Originals), rule.Originals),
    ];

    private static void Vault(List<string> problems, VaultOptions vault)
    {
        Days(problems, "Protection:Vault:Days", vault.Days);
        Span<byte> key = stackalloc byte[KeyBytes + 1];
        if (vault.Brands.Count > 0 && !(Convert.TryFromBase64String(vault.Key ?? "", key, out var length) && length == KeyBytes))
        {
            problems.Add(
                "Protection:Vault:Key must be 32 bytes in base64, such as `openssl rand -base64 32` prints, where Protection:Vault:Brands names a brand.");
        }
    }

    private static void Days(List<string> problems, string place, int days)
    {
        if (days is < 1 or > ProtectionOptions.MostDays)
        {
            problems.Add($"{place} must be 1 to {ProtectionOptions.MostDays} days.");
        }
    }
}
