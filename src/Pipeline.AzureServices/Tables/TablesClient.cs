using Azure.Core;
using Azure.Data.Tables;

namespace Pipeline.AzureServices.Tables;

/// <summary>How the client of Table storage behaves when the service does not.</summary>
public static class TablesClient
{
    /// <summary>
    /// Three more tries on 408, 429, 500, 502, 503, 504 and a broken connection, later each time and up to four seconds, or after what the
    /// service's Retry-After says; each try ten seconds at most, so that all of them end within the minute for which a message is locked. By
    /// itself the client would wait a hundred seconds for each.
    /// </summary>
    public static TableClientOptions Options()
    {
        var options = new TableClientOptions();
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromSeconds(0.4);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(4);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
