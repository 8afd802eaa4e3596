// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
using Azure.Core;

namespace Azure.Data.Tables;

public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        _ = serviceVersion;
    }

#pragma warning disable CA1034, CA1707 // The official names.
    public enum ServiceVersion
    {
        V2020_12_06 = 2,
    }
#pragma warning restore CA1034, CA1707
}
