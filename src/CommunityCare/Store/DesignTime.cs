using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CommunityCare.Store;

/// <summary>Gives the migration tools a context without starting the site.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<CareDb>
{
    public CareDb CreateDbContext(string[] args) =>
        new((DbContextOptions<CareDb>)new DbContextOptionsBuilder<CareDb>().UseCatalogue("design.db").Options);
}
