using System.Buffers;
using Microsoft.Extensions.Options;
using Pipeline.Capture.Platforms.Calls;
using Pipeline.Capture.Reading;

namespace Pipeline.Capture;

/// <summary>
/// Checks the configured accounts when the host starts. Every error names the setting's path, and none shows a value that may be secret.
/// </summary>
public sealed class PlatformOptionsValidator : IValidateOptions<PlatformOptions>
{
    /// <summary>The most calls a minute that an account may be set to.</summary>
    public const int MaxCallsPerMinute = 60_000;

    private const int MinBodyBytes = 1024;
    private const int MaxBodyBytes = 1024 * 1024;
    private const int MaxName = 64;

    private static readonly TimeSpan MaxTolerance = TimeSpan.FromHours(1);
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PlatformOptions options)
    {
        string[] errors =
        [
            .. CheckLimits(options), .. CheckHosts(options), .. CheckTwice(options), .. options.Accounts.SelectMany(CheckAccount),
            .. CheckThrough(options), .. options.Accounts.SelectMany((account, index) => CheckPrivate(options, account, index)),
        ];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> CheckLimits(PlatformOptions options)
    {
        if (options.TimestampTolerance <= TimeSpan.Zero || options.TimestampTolerance > MaxTolerance)
        {
            yield return $"{PlatformOptions.Section}:{nameof(options.TimestampTolerance)} must be more than 0 and at most one hour.";
        }

        if (options.MaxBodyBytes is < MinBodyBytes or > MaxBodyBytes)
        {
            yield return $"{PlatformOptions.Section}:{nameof(options.MaxBodyBytes)} must be from {MinBodyBytes} to {MaxBodyBytes}.";
        }
    }

    private static IEnumerable<string> CheckHosts(PlatformOptions options) => options.PrivateHosts
        .Select((host, index) => (host, index))
        .Where(pair => Uri.CheckHostName(PrivateAddresses.Plain(pair.host)) is UriHostNameType.Unknown or UriHostNameType.Basic)
        .Select(pair => $"{PlatformOptions.Section}:{nameof(options.PrivateHosts)}:{pair.index} must be a host as in an address, without scheme, port and path.");

    // Names are only known when they are resolved; what is plainly private is told at start.
    private static IEnumerable<string> CheckPrivate(PlatformOptions options, PlatformAccount account, int index) =>
        from setting in (IEnumerable<(string Name, Uri? Address)>)
        [
            (nameof(account.OutletAddress), account.OutletAddress), (nameof(account.HistoryAddress), account.HistoryAddress),
        ]
        where setting.Address is { IsAbsoluteUri: true } address
            && PrivateAddresses.ContainHost(address.Host)
            && !options.PrivateHosts.Select(PrivateAddresses.Plain).Contains(PrivateAddresses.Plain(address.Host), StringComparer.OrdinalIgnoreCase)
        select $"{PathOf(index)}:{setting.Name} is at a private address; "
            + $"{PlatformOptions.Section}:{nameof(options.PrivateHosts)} must name its host if that is meant.";

    private static IEnumerable<string> CheckTwice(PlatformOptions options) => options.Accounts
        .Select((account, index) => (account, index))
        .GroupBy(pair => (pair.account.Platform, pair.account.Account))
        .SelectMany(same => same.Skip(1).Select(again =>
            $"{PathOf(again.index)}:{nameof(PlatformAccount.Account)} is also the name of {PathOf(same.First().index)}; "
            + "an account of one platform needs a name of its own."));

    private static IEnumerable<string> CheckThrough(PlatformOptions options) => options.Accounts
        .Select((account, index) => (account, index))
        .Where(pair => pair.account.OutletThrough is { } through
            && !options.Accounts.Any(other => $"{other.Platform}/{other.Account}" == through && other is { OutletAddress: not null, OutletThrough: null }))
        .Select(pair => $"{PathOf(pair.index)}:{nameof(PlatformAccount.OutletThrough)} must name a configured account that has an "
            + $"{nameof(PlatformAccount.OutletAddress)}, as slack/desk.");

    private static IEnumerable<string> CheckAccount(PlatformAccount account, int index)
    {
        var platform = PlatformCatalog.Platforms.FirstOrDefault(known => known.Name == account.Platform);
        return CheckNames(account)
            .Concat(CheckSecrets(nameof(account.Secrets), account.Secrets))
            .Concat(CheckSecrets(nameof(account.Tokens), account.Tokens))
            .Concat(CheckAddress(nameof(account.OutletAddress), account.OutletAddress))
            .Concat(CheckOutletSecret(account))
            .Concat(CheckPace(account))
            .Concat(Participants.Check(account))
            .Concat(CheckAddress(nameof(account.PublicAddress), account.PublicAddress))
            .Concat(CheckAddress(nameof(account.HistoryAddress), account.HistoryAddress))
            .Concat(platform?.Check(account) ?? [new(nameof(account.Platform), $"must be one of {KnownPlatforms()}.")])
            .Select(error => $"{PathOf(index)}:{error.Setting} {error.Message}");
    }

    private static IEnumerable<SettingError> CheckNames(PlatformAccount account)
    {
        if (account.Account.Length is 0 or > MaxName || account.Account.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            yield return new(nameof(account.Account), $"must be 1 to {MaxName} letters, digits, dots, hyphens and underscores.");
        }

        if (account.Brand.Length is 0 or > CaptureLimits.Label)
        {
            yield return new(nameof(account.Brand), $"must be 1 to {CaptureLimits.Label} characters.");
        }

        if (account.Channel.Length is 0 or > CaptureLimits.Label)
        {
            yield return new(nameof(account.Channel), $"must be 1 to {CaptureLimits.Label} characters.");
        }

        if (account.LanguageHint is not (null or "fr" or "en"))
        {
            yield return new(nameof(account.LanguageHint), "must be fr or en, or left out.");
        }
    }

    private static IEnumerable<SettingError> CheckSecrets(string list, IList<string> secrets) => secrets
        .Select((secret, index) => (secret, index))
        .Where(pair => string.IsNullOrWhiteSpace(pair.secret))
        .Select(pair => new SettingError($"{list}:{pair.index}", "is empty: an empty secret would let anybody in."));

    private static IEnumerable<SettingError> CheckAddress(string setting, Uri? address)
    {
        if (address is not null
            && (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0 || address.Fragment.Length > 0))
        {
            yield return new(setting, "must be a whole https or http address without a user and without a fragment.");
        }
    }

    private static IEnumerable<SettingError> CheckPace(PlatformAccount account)
    {
        if (account.CallsPerMinute is < 1 or > MaxCallsPerMinute)
        {
            yield return new(nameof(account.CallsPerMinute), $"must be from 1 to {MaxCallsPerMinute}, or left out.");
        }
    }

    private static IEnumerable<SettingError> CheckOutletSecret(PlatformAccount account)
    {
        if (account.OutletAddress is not null && string.IsNullOrWhiteSpace(account.OutletSecret))
        {
            yield return new(nameof(account.OutletSecret), $"is missing; {nameof(account.OutletAddress)} needs it.");
        }
    }

    private static string PathOf(int index) => $"{PlatformOptions.Section}:{nameof(PlatformOptions.Accounts)}:{index}";

    private static string KnownPlatforms() => string.Join(", ", PlatformCatalog.Platforms.Select(platform => platform.Name));
}
