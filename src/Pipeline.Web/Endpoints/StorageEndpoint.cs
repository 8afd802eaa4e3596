using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Endpoints;

/// <summary>The embedded storage, for administrators.</summary>
public static class StorageEndpoint
{
    /// <summary>Takes what was deleted out of the files now.</summary>
    public static async Task<IResult> PostCompactAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "CompactStorage") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        if (services.GetService<IStorageCompaction>() is not { } compaction)
        {
            return Problems.ConfigurationMissing("This host keeps no files of its own: the storage service takes out what was deleted by itself.");
        }

        var began = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var files = await compaction.CompactAsync(cancellationToken);
        await services.GetRequiredService<ErasureLedger>().CompactedAsync(began, cancellationToken);
        return new JsonAnswer<CompactionAnswer>(new(files), ProtectionWebJson.Default.CompactionAnswer);
    }
}
