using Azure;
using Pipeline.AzureServices.Tables;

namespace Pipeline.Tests.AzureServices;

public sealed class TableFailuresTests
{
    public static TheoryData<Exception> Away =>
    [
        new RequestFailedException(429, "throttled"),
        new RequestFailedException(500, "?"),
        new RequestFailedException(503, "busy", "ServerBusy", null),
        new RequestFailedException(0, "no such host"),
        new AggregateException(new RequestFailedException(0, "refused"), new TaskCanceledException("the network time-out")),
        new TaskCanceledException("the network time-out"),
        new IOException("reset"),
    ];

    [Theory]
    [MemberData(nameof(Away))]
    public void Tables_that_are_throttled_or_not_reached_are_unavailable(Exception failure)
    {
        var unavailable = TableFailures.Unavailable(failure, "Conversations");
        Assert.Same(failure, unavailable!.InnerException);
        Assert.Contains("Conversations", unavailable.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> Other =>
    [
        new RequestFailedException(400, "bad"),
        new RequestFailedException(403, "no right"),
        new RequestFailedException(404, "no table", "TableNotFound", null),
        new RequestFailedException(409, "conflict"),
        new RequestFailedException(412, "changed"),
        new AggregateException(new IOException("reset"), new InvalidOperationException("a bug")),
        new ArgumentException("a bug"),
    ];

    [Theory]
    [MemberData(nameof(Other))]
    public void What_would_fail_again_is_not(Exception failure) => Assert.Null(TableFailures.Unavailable(failure, "Conversations"));
}
