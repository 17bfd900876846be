-- AlterEnum
ALTER TYPE "RepositoryEventKind" ADD VALUE 'hidden';
