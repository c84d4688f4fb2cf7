namespace CommunityCare.Exporting;

internal static class ExportingSetup
{
    public static IServiceCollection AddExporting(this IServiceCollection services) => services.AddScoped<MarkdownExport>();
}
