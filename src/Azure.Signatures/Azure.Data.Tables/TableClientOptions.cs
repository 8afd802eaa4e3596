// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
using Azure.Core;

namespace Azure.Data.Tables;

public class TableClientOptions : ClientOptions
{
    internal TableClientOptions()
    {
    }
}
