// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
using Azure.Signatures;

namespace Azure.Data.Tables;

public class TableTransactionFailedException : RequestFailedException
{
    private TableTransactionFailedException(string message)
        : base(message)
    {
    }

    public int? FailedTransactionActionIndex => throw AzurePackages.Missing();
}
